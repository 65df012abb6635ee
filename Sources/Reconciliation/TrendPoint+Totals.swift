internal import Findings

extension TrendPoint {
  /// A point for the totals after a run.
  init(at moment: Instant, totals: Totals) {
    self.init(
      at: moment,
      open: totals.open,
      unknown: totals.unknown,
      suppressed: totals.suppressed,
      opened: totals.opened,
      closed: totals.closed
    )
  }

  /// Whether it says nothing that the point before does not: same totals, nothing opened or closed.
  func repeats(_ before: TrendPoint) -> Bool {
    open == before.open && unknown == before.unknown && suppressed == before.suppressed
      && opened == 0 && closed == 0
  }
}
