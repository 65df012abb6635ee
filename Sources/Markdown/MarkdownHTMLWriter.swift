internal import Templates

/// Writes blocks as HTML: a fixed set of tags, and everything else escaped text.
struct MarkdownHTMLWriter {
  /// The HTML so far.
  private(set) var output: [UInt8] = []
  private let headingsFrom: Int

  /// A writer whose first-level headings come out at a level, 1 to 6.
  init(headingsFrom: Int) {
    self.headingsFrom = headingsFrom
  }

  /// Writes blocks one after another; in a tight list paragraphs have no element of their own.
  mutating func write(_ blocks: [MarkdownBlock], isTight: Bool = false) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private mutating func write(_ block: MarkdownBlock, isTight: Bool) {
    switch block {
    case .paragraph(let inlines):
      if isTight { write(inlines) } else { element("p", "\n") { $0.write(inlines) } }
    case .heading(let level, let inlines):
      element("h\(min(6, max(1, headingsFrom) + level - 1))", "\n") { $0.write(inlines) }
    case .quote(let blocks): element("blockquote", "\n") { $0.write(blocks) }
    case .list(let list): write(list)
    case .code(let code, _):
      raw("<pre><code>")
      escaped(code)
      raw("</code></pre>\n")
    case .table(let table): write(table)
    case .rule: raw("<hr>\n")
    case .html(let text): element("p", "\n") { $0.escaped(text) }
    }
  }

  private mutating func write(_ list: MarkdownList) {
    raw(list.start == nil ? "<ul>" : list.start == 1 ? "<ol>" : "<ol start=\"\(list.start ?? 1)\">")
    for item in list.items {
      element("li", "\n") { $0.write(item, isTight: list.isTight) }
    }
    raw(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  /// A table, in a box that is scrolled where it is too wide for the page.
  private mutating func write(_ table: MarkdownTable) {
    raw("<div class=\"scroll\"><table>")
    element("thead") { $0.write(table.header, start: "<th scope=\"col\">", end: "</th>") }
    if !table.rows.isEmpty {
      element("tbody") { body in
        for row in table.rows { body.write(row, start: "<td>", end: "</td>") }
      }
    }
    raw("</table></div>\n")
  }

  private mutating func write(_ row: [MarkdownTable.Cell], start: String, end: String) {
    element("tr", "\n") { writer in
      for cell in row {
        writer.raw(start)
        writer.write(cell)
        writer.raw(end)
      }
    }
  }

  private mutating func write(_ inlines: [MarkdownInline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): escaped(text)
      case .code(let code): element("code") { $0.escaped(code) }
      case .emphasis(let children): element("em") { $0.write(children) }
      case .strong(let children): element("strong") { $0.write(children) }
      case .link(let link, let children):
        raw("<a href=\"")
        escaped(link.address)
        raw("\" rel=\"noopener noreferrer nofollow\">")
        write(children)
        raw("</a>")
      case .lineBreak: raw("<br>\n")
      case .softBreak: raw("\n")
      }
    }
  }

  private mutating func element(
    _ name: String,
    _ end: String = "",
    _ content: (inout MarkdownHTMLWriter) -> Void
  ) {
    raw("<\(name)>")
    content(&self)
    raw("</\(name)>\(end)")
  }

  private mutating func escaped(_ text: String) { Language.html.append(text, to: &output) }

  private mutating func raw(_ text: String) { output.append(contentsOf: text.utf8) }
}
