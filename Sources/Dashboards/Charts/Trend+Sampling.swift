internal import Findings
internal import Reconciliation

extension Trend {
  /// The last so many days, beginning with what held at their start.
  func last(days: Int) -> Trend {
    guard let last = points.last else { return self }
    let start = Instant(seconds: last.at.seconds - Int64(days) * 86_400)
    guard let first = points.firstIndex(where: { $0.at >= start }) else { return self }
    var kept = Array(points[first...])
    if first > 0, kept[0].at > start {
      var held = points[first - 1]
      held.at = start
      held.opened = 0
      held.closed = 0
      kept.insert(held, at: 0)
    }
    return Trend(points: kept)
  }

  /// The same in at most so many points: the first, then one for each slice of time, which says
  /// what held at its last run, what happened in it, and the most findings that were unconfirmed.
  func sampled(to limit: Int) -> Trend {
    guard points.count > limit, limit > 1, let first = points.first, let last = points.last else {
      return self
    }
    let span = Double(last.at.seconds - first.at.seconds) + 1
    var samples = [first]
    var current = -1
    for point in points.dropFirst() {
      let share = Double(point.at.seconds - first.at.seconds) / span
      let slice = Int(share * Double(limit - 1))
      var sample = point
      if slice == current, let before = samples.popLast() {
        sample.unknown = max(sample.unknown, before.unknown)
        sample.opened += before.opened
        sample.closed += before.closed
      }
      samples.append(sample)
      current = slice
    }
    return Trend(points: samples)
  }

  /// At most so many of its points, evenly chosen, the first and the last among them.
  func thinned(to limit: Int) -> Trend {
    guard points.count > limit, limit > 1 else { return self }
    return Trend(
      points: (0..<limit).map { points[$0 * (points.count - 1) / (limit - 1)] }
    )
  }

  /// The axis that all its points fit on; nil if there are none.
  var axis: TimeAxis? {
    guard let first = points.first, let last = points.last else { return nil }
    return TimeAxis(from: first.at, to: last.at)
  }
}
