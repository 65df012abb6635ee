/// A table of a parsed text: a row of headings and rows of as many cells.
struct MarkdownTable: Sendable, Hashable {
  /// The text of a cell.
  typealias Cell = [MarkdownInline]

  /// The headings; there is at least one.
  var header: [Cell]
  /// The rows below, each as long as the header.
  var rows: [[Cell]]
}
