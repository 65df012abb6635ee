internal import Templates

/// One row of a table of counts.
struct CountRow: TemplateView {
  let name: NamedLink
  /// The class that the stylesheet colours, and the letter beside it; empty if there is none.
  var style = ""
  var letter = ""
  /// One for each column.
  let counts: [LinkedCount]

  static let schema = Schema<CountRow>(
    "count row",
    [
      .record("name") { $0.name },
      .text("style") { $0.style },
      .text("letter") { $0.letter },
      .list("counts") { $0.counts },
    ]
  )
}
