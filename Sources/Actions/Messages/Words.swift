internal import Findings
internal import Reconciliation

extension SeverityCounts {
  /// Every severity there is, such as `1 critical, 2 high`.
  var words: String {
    Severity.allCases.filter { self[$0] > 0 }
      .map { "\(self[$0]) \($0 == .unknown ? "of unknown severity" : $0.rawValue)" }
      .joined(separator: ", ")
  }
}

extension Digest.Kind {
  /// The word after a number, such as in `3 new`.
  var word: String {
    switch self {
    case .new: "new"
    case .worsened: "worse"
    case .reopened: "open again"
    case .fixed: "fixed"
    case .removed: "gone without proof of a fix"
    case .accepted: "accepted"
    }
  }
}

extension ScanTrouble {
  /// What a scan does, such as in `2 scans are missing`.
  func words(_ count: Int) -> String {
    switch self {
    case .failed: "failed"
    case .missing: count == 1 ? "is missing" : "are missing"
    case .stale: count == 1 ? "is stale" : "are stale"
    }
  }
}

extension Instant {
  /// Date and time to the minute in UTC, such as `2026-11-22 02:00 UTC`.
  var minute: String { "\(date) \(description.dropFirst(11).prefix(5)) UTC" }
}

extension String {
  /// At most so many UTF-16 code units, which is how Slack and its like count; what is cut ends with
  /// an ellipsis.
  func bounded(_ limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var count = 1
    let kept = unicodeScalars.prefix { scalar in
      count += scalar.value > 0xFFFF ? 2 : 1
      return count <= limit
    }
    return String(kept) + "…"
  }
}
