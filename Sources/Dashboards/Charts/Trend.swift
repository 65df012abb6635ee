internal import Findings
internal import Reconciliation

/// Totals over time: each point holds until the next.
struct Trend: Sendable, Hashable {
  /// Oldest first, at most one for each moment.
  var points: [TrendPoint]

  /// The totals of many projects after each run.
  ///
  /// A project that has no point at a run counts as its last point before says. What a project's
  /// first run found was there before: it is not counted as opened.
  static func combined(_ projects: [ProjectLedger], runs: [Instant]) -> Trend {
    let zero = TrendPoint(
      at: Instant(seconds: 0),
      open: SeverityCounts(),
      unknown: 0,
      suppressed: 0,
      opened: 0,
      closed: 0
    )
    var totals = runs.sorted()
      .map { run in
        var point = zero
        point.at = run
        return point
      }
    for project in projects {
      var next = project.trend.startIndex
      var last: TrendPoint?
      for index in totals.indices {
        var isOfThisRun = false
        while next < project.trend.endIndex, project.trend[next].at <= totals[index].at {
          last = project.trend[next]
          isOfThisRun = project.trend[next].at == totals[index].at
          next += 1
        }
        guard let last else { continue }
        totals[index].open += last.open
        totals[index].unknown += last.unknown
        totals[index].suppressed += last.suppressed
        if isOfThisRun {
          if last.at != project.trend.first?.at { totals[index].opened += last.opened }
          totals[index].closed += last.closed
        }
      }
    }
    return Trend(points: totals)
  }
}
