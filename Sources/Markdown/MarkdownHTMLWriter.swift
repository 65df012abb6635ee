internal import Templates

/// Writes Markdown's nodes as HTML: a fixed set of tags, and everything else escaped text.
struct MarkdownHTMLWriter {
  /// The HTML so far.
  private(set) var output: [UInt8] = []
  private let headingsFrom: Int
  /// How many elements are open; beyond the limit no more are opened, only text is written.
  private var depth = 0
  private static let depthLimit = 24
  /// How many links and images are open, and whether the outermost of them is written as a link.
  private var links = 0
  private var isLinked = false

  /// A writer whose first-level headings come out at a level, 1 to 6.
  init(headingsFrom: Int) {
    self.headingsFrom = headingsFrom
  }

  /// Writes a node's beginning or end; leaves only begin.
  mutating func visit(_ node: MarkdownNode, isEntering: Bool) {
    switch node.kind {
    case .document: break
    case .text: escaped(node)
    case .softBreak: raw("\n")
    case .break: raw("<br>\n")
    case .rule: raw("<hr>\n")
    case .html:
      if !node.isInline { raw("<p>") }
      escaped(node)
      if !node.isInline { raw("</p>\n") }
    case .code:
      raw("<code>")
      escaped(node)
      raw("</code>")
    case .codeBlock:
      raw("<pre><code>")
      escaped(node)
      raw("</code></pre>\n")
    case .quote: element("blockquote", isEntering, "\n")
    case .bullets: element("ul", isEntering, "\n")
    case .numbers: element("ol", isEntering, "\n", start: node.start)
    case .item: element("li", isEntering, "\n")
    case .paragraph: if !node.isTight { element("p", isEntering, "\n") }
    case .heading: element("h\(level(of: node))", isEntering, "\n")
    case .emphasis: element("em", isEntering)
    case .strong: element("strong", isEntering)
    case .link, .image: link(node, isEntering)
    }
  }

  private func level(of node: MarkdownNode) -> Int {
    min(6, max(1, headingsFrom) + node.level - 1)
  }

  private mutating func element(
    _ name: String,
    _ isEntering: Bool,
    _ end: String = "",
    start: Int = 1
  ) {
    if isEntering { depth += 1 }
    if depth <= Self.depthLimit {
      let number = isEntering && start != 1 ? " start=\"\(start)\"" : ""
      raw(isEntering ? "<\(name)\(number)>" : "</\(name)>\(end)")
    }
    if !isEntering { depth -= 1 }
  }

  /// Opens or closes a link; an image is a link to itself.
  ///
  /// Links do not nest: inside one, another is only its text.
  private mutating func link(_ node: MarkdownNode, _ isEntering: Bool) {
    if isEntering {
      links += 1
      guard links == 1, let destination = node.destination else { return }
      isLinked = true
      raw("<a href=\"")
      Language.html.append(destination.address, to: &output)
      raw("\" rel=\"noopener noreferrer nofollow\">")
    } else {
      links -= 1
      guard links == 0, isLinked else { return }
      isLinked = false
      raw("</a>")
    }
  }

  private mutating func escaped(_ node: MarkdownNode) {
    if let literal = node.literal { Language.html.append(literal, to: &output) }
  }

  private mutating func raw(_ text: String) { output.append(contentsOf: text.utf8) }
}
