internal import Findings
internal import Reconciliation

/// How many scans there are of each health, and one of each as an example.
struct HealthCounts: Sendable {
  private var scans: [Health: (count: Int, first: ScanOutline)] = [:]

  /// The counts of scans.
  init(_ scans: [ScanOutline]) {
    for scan in scans { self.scans[scan.health, default: (0, scan)].count += 1 }
  }

  /// How many there are of one health.
  subscript(_ health: Health) -> Int { scans[health]?.count ?? 0 }

  /// The first scan of one health.
  func first(_ health: Health) -> ScanOutline? { scans[health]?.first }

  /// All of them.
  var total: Int { scans.values.reduce(0) { $0 + $1.count } }

  /// Whether every scan is complete and not stale.
  var isSound: Bool { self[.complete] == total }

  /// What is wrong, such as `1 failed, 2 stale`; empty if nothing is.
  var complaints: String {
    Health.allCases.filter { $0 != .complete && self[$0] > 0 }
      .map { "\(self[$0]) \($0.word)" }.joined(separator: ", ")
  }
}
