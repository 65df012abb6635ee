internal import CCmark
public import Templates

/// Markdown from a scanner, parsed by libcmark, which is never trusted with the output.
///
/// Raw HTML comes out as text, links lead only to `http`, `https` and `mailto`, images become
/// links, so that a page asks nobody for anything.
public final class MarkdownDocument {
  private let root: OpaquePointer?

  /// How much of a text is looked at, in bytes: enough for any advisory, too little to be slow.
  public static let limit = 32_768

  /// Parses CommonMark, at most `limit` bytes of it.
  public init(parsing text: String) {
    var text = text
    if text.utf8.count > Self.limit { text = text.prefix(utf8: Self.limit) + "…" }
    root = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return nil }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        cmark_parse_document(characters, bytes.count, CMARK_OPT_DEFAULT)
      }
    }
  }

  deinit { if let root { cmark_node_free(root) } }

  /// HTML blocks, a first-level heading at level `headingsFrom` and the others below it.
  public func html(headingsFrom level: Int = 3) -> Markup {
    var writer = MarkdownHTMLWriter(headingsFrom: level)
    walk { node, isEntering in writer.visit(node, isEntering: isEntering) }
    return Markup(writer.output, in: .html)
  }

  /// The text alone, its paragraphs on one line: for a table's cell or a title.
  public var plainText: String {
    var text: [UInt8] = []
    walk { node, isEntering in
      if isEntering, let literal = node.literal {
        text.append(contentsOf: literal.utf8)
      } else if !node.isInline || node.kind == .break, let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
    while let last = text.last, last == 0x20 || last == 0x0A { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Visits every node, parents around their children.
  private func walk(_ visit: (MarkdownNode, _ isEntering: Bool) -> Void) {
    guard let root, let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard let node = cmark_iter_get_node(iterator) else { return }
      visit(MarkdownNode(node), event == CMARK_EVENT_ENTER)
    }
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
