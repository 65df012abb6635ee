internal import Findings

extension Reading {
  /// Joins findings that repeat another to the letter into one that counts its occurrences.
  mutating func countRepeats() {
    // For each hash the last finding kept with it, and for each finding kept the one before it.
    var last: [Int: Int] = [:]
    last.reserveCapacity(findings.count)
    var previous: [Int] = []
    previous.reserveCapacity(findings.count)
    var kept = 0
    for index in findings.indices {
      let hash = findings[index].repeatHash
      let candidate = last[hash]
      if let twin = twin(of: index, from: candidate, previous) {
        findings[twin].occurrences += findings[index].occurrences
      } else {
        previous.append(candidate ?? -1)
        last[hash] = kept
        if kept != index { findings.swapAt(kept, index) }
        kept += 1
      }
    }
    findings.removeSubrange(kept...)
  }

  /// The finding that this one repeats, among at most 64 that look alike.
  private func twin(of index: Int, from candidate: Int?, _ previous: [Int]) -> Int? {
    var candidate = candidate ?? -1
    for _ in 0..<64 where candidate >= 0 {
      if repeats(index, of: candidate) { return candidate }
      candidate = previous[candidate]
    }
    return nil
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
    hasher.combine(location.commit)
    hasher.combine(location.package?.version)
    // Its length tells messages apart nearly as well as its text, for a fraction of the time.
    hasher.combine(message?.utf8.count)
    return hasher.finalize()
  }
}
