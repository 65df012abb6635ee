public import Templates

/// Markdown from a scanner or a template, parsed by libcmark, which is never trusted with the output.
///
/// Raw HTML comes out as text, links lead only to `http`, `https` and `mailto`, images become
/// links, so that a page asks nobody for anything. Beyond CommonMark there are tables, as GitHub
/// Flavored Markdown writes them.
public struct MarkdownDocument: Sendable {
  let blocks: [MarkdownBlock]

  /// How much of a text is looked at unless told otherwise, in bytes: enough for any advisory, too
  /// little to be slow.
  public static let limit = 32_768

  /// Parses CommonMark, at most `limit` bytes of it.
  public init(parsing text: String, limit: Int = Self.limit) {
    let limit = max(0, limit)
    blocks = MarkdownTree.blocks(
      parsing: text.utf8.count > limit ? text.prefix(utf8: limit) + "…" : text
    )
  }

  /// HTML blocks, a first-level heading at level `headingsFrom` and the others below it.
  public func html(headingsFrom level: Int = 3) -> Markup {
    var writer = MarkdownHTMLWriter(headingsFrom: level)
    writer.write(blocks)
    return Markup(writer.output, in: .html)
  }

  /// The text alone, its paragraphs on one line: for a table's cell or a title.
  public var plainText: String {
    var writer = PlainTextWriter()
    writer.write(blocks)
    return writer.text
  }
}

extension Markup {
  /// Markdown from a scanner as HTML, its headings nested from a level on.
  public init(markdown: String, headingsFrom level: Int = 3) {
    self = MarkdownDocument(parsing: markdown).html(headingsFrom: level)
  }
}

extension String {
  /// The first bytes, cut where a character's encoding begins.
  fileprivate func prefix(utf8 count: Int) -> String {
    let view = utf8
    var end = view.index(view.startIndex, offsetBy: count)
    while end > view.startIndex, end < view.endIndex, view[end] & 0xC0 == 0x80 {
      end = view.index(before: end)
    }
    return String(decoding: view[..<end], as: UTF8.self)
  }
}
