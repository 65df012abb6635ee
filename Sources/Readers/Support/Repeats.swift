internal import Findings

extension Reading {
  /// Joins findings that repeat another to the letter into one that counts its occurrences.
  mutating func countRepeats() {
    var first: [Int: [Int]] = [:]
    first.reserveCapacity(findings.count)
    var kept = 0
    for index in findings.indices {
      let hash = findings[index].repeatHash
      if let twin = first[hash]?.first(where: { repeats(index, of: $0) }) {
        findings[twin].occurrences += findings[index].occurrences
      } else {
        first[hash, default: []].append(kept)
        if kept != index { findings.swapAt(kept, index) }
        kept += 1
      }
    }
    findings.removeSubrange(kept...)
  }

  private func repeats(_ index: Int, of other: Int) -> Bool {
    var finding = findings[index]
    finding.occurrences = findings[other].occurrences
    return finding == findings[other]
  }
}

extension Finding {
  /// A hash of what most often tells findings apart.
  fileprivate var repeatHash: Int {
    var hasher = Hasher()
    hasher.combine(identity.key)
    hasher.combine(identity.place.path)
    hasher.combine(location.line)
    hasher.combine(location.column)
    return hasher.finalize()
  }
}
