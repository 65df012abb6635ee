internal import Findings

extension Reading {
  /// The readings of one scan's files, at least one, as one.
  public init(joining readings: [Reading]) {
    self = readings[0]
    for other in readings.dropFirst() {
      findings += other.findings
      skipped.add(other.skipped)
      gaps += other.gaps
      failure = failure ?? other.failure
      checks.passed += other.checks.passed
      checks.manual += other.checks.manual
      checks.muted += other.checks.muted
      // What only one of them says is not true of all.
      coveredPaths = Self.union(coveredPaths, other.coveredPaths)
      coveredRules = Self.union(coveredRules, other.coveredRules)
    }
    if readings.count > 1 { countRepeats() }
  }

  private static func union(_ first: Set<String>?, _ second: Set<String>?) -> Set<String>? {
    guard let first, let second else { return nil }
    return first.union(second)
  }
}
