internal import Templates

/// The data of a chart for those who read rather than see.
struct ChartTable: TemplateView, Hashable {
  let caption: String
  /// The columns' titles; the first stands above the rows' labels.
  let columns: [String]
  let rows: [ChartRow]

  static let schema = Schema<ChartTable>(
    "chart table",
    [
      .text("caption") { $0.caption },
      .texts("columns") { $0.columns },
      .list("rows") { $0.rows },
    ]
  )
}
