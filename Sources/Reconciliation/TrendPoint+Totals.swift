internal import Findings

extension TrendPoint {
  /// The totals of a project's entries after a run.
  init(at moment: Instant, entries: [Entry]) {
    self.init(
      at: moment,
      open: SeverityCounts(),
      unknown: 0,
      suppressed: 0,
      opened: 0,
      closed: 0
    )
    var counts = [Int](repeating: 0, count: Severity.allCases.count)
    for index in entries.indices {
      switch entries[index].state {
      case .open: counts[entries[index].finding.severity.rank] += 1
      case .unknown:
        counts[entries[index].finding.severity.rank] += 1
        unknown += 1
      case .suppressed: suppressed += 1
      case .fixed, .removed: break
      }
      switch entries[index].change {
      case .new, .reopened: opened += 1
      case .fixed, .removed: closed += 1
      case .unchanged, .changed, .moved, .carried: break
      }
    }
    for severity in Severity.allCases { open[severity] = counts[severity.rank] }
  }

  /// Whether it says nothing that the point before does not: same totals, nothing opened or closed.
  func repeats(_ before: TrendPoint) -> Bool {
    open == before.open && unknown == before.unknown && suppressed == before.suppressed
      && opened == 0 && closed == 0
  }
}
