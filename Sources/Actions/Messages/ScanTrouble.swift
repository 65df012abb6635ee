internal import Findings

/// Why a scan proves nothing; the worst first.
public enum ScanTrouble: String, Sendable, Hashable, CaseIterable {
  /// Its report could not be used.
  case failed
  /// There is no report though there was one.
  case missing
  /// There has been no new report for long.
  case stale

  /// What is wrong with a scan at a moment; nil if it says something.
  init?(_ scan: Scan, at moment: Instant, staleAfterDays days: Int) {
    switch scan.outcome {
    case .failed: self = .failed
    case .missing: self = .missing
    case .complete, .partial:
      guard scan.isStale(at: moment, afterDays: days) else { return nil }
      self = .stale
    }
  }

  /// The place in a list that begins with the worst.
  var rank: Int {
    switch self {
    case .failed: 0
    case .missing: 1
    case .stale: 2
    }
  }
}
