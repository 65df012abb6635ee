/// One block of a parsed text.
///
/// Its texts hold no invisible characters any more, its links lead only where links may, and it is
/// never nested deeper than `MarkdownTree.depthLimit`: a writer has only its own target to think of.
indirect enum MarkdownBlock: Sendable, Hashable {
  /// A paragraph.
  case paragraph([MarkdownInline])
  /// A heading of a level, 1 to 6.
  case heading(level: Int, [MarkdownInline])
  /// A quotation.
  case quote([MarkdownBlock])
  /// A list, with bullets or numbers.
  case list(MarkdownList)
  /// Code as it is, with the first word of its fence's info string.
  case code(String, language: CodeLanguage?)
  /// A table.
  case table(MarkdownTable)
  /// A line across the page.
  case rule
  /// Raw HTML, which is text here.
  case html(String)
}
