internal import Templates

/// One row of a chart's table.
struct ChartRow: TemplateView, Hashable {
  /// The row's head, such as a date.
  let label: String
  /// One text for each column after the first.
  let cells: [String]

  static let schema = Schema<ChartRow>(
    "chart row",
    [
      .text("label") { $0.label },
      .texts("cells") { $0.cells },
    ]
  )
}
