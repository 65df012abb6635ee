internal import Findings
internal import Reconciliation

/// What was opened and closed on one day, or on several where there are too many days.
struct FlowBar: Sendable, Hashable {
  /// Midnight of the first day.
  let start: Instant
  /// Midnight of the last day.
  let end: Instant
  var opened = 0
  var closed = 0

  /// The day or the days.
  var label: String { start == end ? start.date : "\(start.date) to \(end.date)" }

  /// The days on which there were runs, in at most so many bars of equal length.
  static func bars(of trend: Trend, limit: Int) -> [FlowBar] {
    guard let first = trend.points.first?.at.day, let last = trend.points.last?.at.day else {
      return []
    }
    let length = (last - first) / limit + 1
    var bars: [FlowBar] = []
    for point in trend.points {
      let day = first + (point.at.day - first) / length * length
      let start = Instant(seconds: Int64(day) * 86_400)
      if bars.last?.start != start {
        let end = Instant(seconds: Int64(min(day + length - 1, last)) * 86_400)
        bars.append(FlowBar(start: start, end: end))
      }
      bars[bars.count - 1].opened += point.opened
      bars[bars.count - 1].closed += point.closed
    }
    return bars
  }
}
