internal import Findings
internal import Reconciliation

/// Open findings by the time since they were first seen.
struct AgeBands: Sendable {
  let title: String

  /// The ages of projects' open findings at a moment.
  init(_ projects: [ProjectLedger], at moment: Instant, title: String = "Open findings by age") {
    self.title = title
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
