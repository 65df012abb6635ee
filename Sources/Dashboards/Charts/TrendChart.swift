internal import Findings
internal import Reconciliation

/// Open findings over time, one area a severity, the worst at the bottom.
struct TrendChart: Sendable {
  let trend: Trend
  let title: String

  /// The last so many days of a trend.
  init(_ trend: Trend, title: String = "Open findings by severity", days: Int = 90) {
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
