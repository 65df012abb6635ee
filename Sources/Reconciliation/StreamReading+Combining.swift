internal import Findings

extension StreamReading {
  /// The readings sorted by stream, those of one stream joined: then the worst outcome holds, and
  /// all findings count.
  static func combined(_ readings: [StreamReading]) -> [StreamReading] {
    let parts = Dictionary(grouping: readings, by: \.scan.stream)
    return parts.keys.sorted().compactMap { stream in
      // The artifacts' keys put the parts in an order of their own.
      let sorted = (parts[stream] ?? []).sorted {
        ($0.scan.artifacts.first?.key ?? "", $0.scan.reason)
          < ($1.scan.artifacts.first?.key ?? "", $1.scan.reason)
      }
      guard var whole = sorted.first else { return nil }
      for part in sorted.dropFirst() { whole.add(part) }
      return whole
    }
  }

  private mutating func add(_ part: StreamReading) {
    findings += part.findings
    coveredPaths = Self.union(coveredPaths, part.coveredPaths)
    coveredRules = Self.union(coveredRules, part.coveredRules)
    scan.artifacts = (scan.artifacts + part.scan.artifacts).sorted { $0.key < $1.key }
    scan.alternates = (scan.alternates + part.scan.alternates).sorted { $0.key < $1.key }
    if scan.outcome.rank < part.scan.outcome.rank { scan.outcome = part.scan.outcome }
    let reasons = [scan.reason, part.scan.reason].filter { !$0.isEmpty }
    scan.reason = reasons.joined(separator: "; ")
    scan.notes += part.scan.notes
    scan.findings += part.scan.findings
    scan.skipped += part.scan.skipped
    scan.checks.passed += part.scan.checks.passed
    scan.checks.manual += part.scan.checks.manual
    scan.checks.muted += part.scan.checks.muted
    scan.observedAt = [scan.observedAt, part.scan.observedAt].compactMap(\.self).max()
    scan.completeAt = scan.outcome == .complete ? scan.observedAt : nil
  }

  /// All that two parts cover together; nil if one of them does not say.
  private static func union(_ left: Set<String>?, _ right: Set<String>?) -> Set<String>? {
    guard let left, let right else { return nil }
    return left.union(right)
  }
}

extension Scan.Outcome {
  /// How little can be concluded: 0 for complete.
  fileprivate var rank: Int {
    switch self {
    case .complete: 0
    case .partial: 1
    case .failed: 2
    case .missing: 3
    }
  }
}
