internal import Findings
internal import Reconciliation

/// Findings opened (up) against findings closed (down), run by run.
struct FlowChart: Sendable {
  let trend: Trend
  let title: String

  /// The last so many days of a trend.
  init(_ trend: Trend, title: String = "Opened and closed findings", days: Int = 90) {
    self.trend = trend
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
