internal import Findings
internal import Reconciliation

/// The parts of a whole as one bar of 100 %.
struct ShareBar: Sendable {
  let title: String
  let shares: [Share]
  /// What is said when there is nothing, such as `0 open findings, found by 7 scans`.
  let zero: String

  /// A bar of any parts.
  init(title: String, shares: [Share], zero: String) {
    self.title = title
    self.shares = shares
    self.zero = zero
  }

  /// A bar of severities, the worst first.
  init(_ counts: SeverityCounts, title: String = "Open findings by severity", zero: String) {
    self.init(
      title: title,
      shares: Severity.allCases.map { Share($0, count: counts[$0]) },
      zero: zero
    )
  }

  /// A bar of states.
  init(_ counts: [State: Int], title: String = "Findings by status", zero: String) {
    self.init(
      title: title,
      shares: State.allCases.map { Share($0, count: counts[$0, default: 0]) },
      zero: zero
    )
  }

  /// The finished chart.
  var chart: Chart {
    Chart(
      title: title,
      summary: "",
      drawing: Markup("", in: .html),
      table: ChartTable(caption: title, columns: [], rows: []),
      mermaid: nil
    )
  }
}
