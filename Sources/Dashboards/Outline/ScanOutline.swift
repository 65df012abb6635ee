internal import Findings
internal import Reconciliation
internal import Templates

/// A scan with what pages add to it.
struct ScanOutline: Sendable {
  let scan: Scan
  /// Its place among all scans of the ledger, counted from 1: its anchor.
  let number: Int
  /// Whether it has not reported for longer than expected.
  let isStale: Bool

  /// A scan as seen at a moment.
  init(_ scan: Scan, number: Int, at moment: Instant, staleAfterDays days: Int) {
    self.scan = scan
    self.number = number
    isStale = scan.isStale(at: moment, afterDays: days)
  }

  /// What it counts as.
  var health: Health {
    switch scan.outcome {
    case .complete: isStale ? .stale : .complete
    case .partial: .partial
    case .failed: .failed
    case .missing: .missing
    }
  }

  /// Its anchor in the page of scans.
  var anchor: String { "s\(number)" }

  /// Its entry in the page of scans, seen from a page whose way to the top is `root`.
  func link(root: String) -> Link { Link(relative: "\(root)scans.html#\(anchor)") }
}

/// What a scan counts as, in one word; the worst first.
enum Health: Int, Sendable, CaseIterable {
  case failed
  case missing
  case partial
  case stale
  case complete

  /// The word for a page.
  var word: String {
    switch self {
    case .failed: "failed"
    case .missing: "missing"
    case .partial: "partial"
    case .stale: "stale"
    case .complete: "complete"
    }
  }

  /// The sign beside the word.
  var symbol: String {
    switch self {
    case .failed: Scan.Outcome.failed.symbol
    case .missing: Scan.Outcome.missing.symbol
    case .partial: Scan.Outcome.partial.symbol
    case .stale: "◷"
    case .complete: Scan.Outcome.complete.symbol
    }
  }
}
