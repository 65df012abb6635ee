import Findings
import Reconciliation

@testable import Dashboards

/// Trends with few or many points.
enum SampleTrend {
  /// 2026-11-01, 02:00.
  static let start = Instant(seconds: 1_793_498_400)

  static func day(_ number: Int) -> Instant {
    Instant(seconds: start.seconds + Int64(number) * 86_400)
  }

  static func counts(_ values: [Severity: Int]) -> SeverityCounts {
    var counts = SeverityCounts()
    for (severity, count) in values { counts[severity] = count }
    return counts
  }

  static func point(
    _ moment: Instant,
    _ values: [Severity: Int],
    unknown: Int = 0,
    opened: Int = 0,
    closed: Int = 0
  ) -> TrendPoint {
    TrendPoint(
      at: moment,
      open: counts(values),
      unknown: unknown,
      suppressed: 0,
      opened: opened,
      closed: closed
    )
  }

  /// Three nights: 2 high; 2 high and 2 low; 4 low, of which one is unconfirmed.
  static let nights = Trend(points: [
    point(day(0), [.high: 2]),
    point(day(1), [.high: 2, .low: 2], opened: 2),
    point(day(2), [.low: 4], unknown: 1, opened: 2, closed: 2),
  ])

  /// Every few minutes, so many times, all severities.
  static func many(_ count: Int, seconds: Int64 = 700) -> Trend {
    Trend(
      points: (0..<count).map { index in
        let values = Severity.allCases.map { ($0, (index * (7 + $0.rank)) % 40) }
        return point(
          Instant(seconds: start.seconds + Int64(index) * seconds),
          Dictionary(uniqueKeysWithValues: values),
          unknown: index % 500 == 0 ? 1 : 0,
          opened: index % 3,
          closed: index % 2
        )
      }
    )
  }

  static func project(_ name: String, trend: [TrendPoint], entries: [Entry] = []) -> ProjectLedger {
    ProjectLedger(name: name, isBaseline: false, scans: [], entries: entries, trend: trend)
  }
}
