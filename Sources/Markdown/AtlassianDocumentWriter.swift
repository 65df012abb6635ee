internal import Syntax
internal import Templates

/// Writes blocks as an Atlassian Document.
///
/// Text there is only text: nothing in it is a mention, a link or a macro, so nothing is escaped but
/// for JSON. What a container may hold is the schema's: a list's item begins with a paragraph or
/// code, a heading in a list or a quotation is a paragraph in bold type, and a quotation in another
/// or in a list is only its blocks.
struct AtlassianDocumentWriter {
  /// What blocks stand in, which decides what they may be.
  private enum Container {
    case document
    case quote
    case item
  }

  /// What is said of a text.
  private struct Marks {
    var isStrong = false
    var isEmphasis = false
    var link: Link?
  }

  /// What is said of a node.
  private enum Attribute {
    case number(StaticString, Int)
    case text(StaticString, String)
  }

  private var json = JSONWriter()

  /// The bytes of a document.
  static func document(_ blocks: [MarkdownBlock]) -> [UInt8] {
    var writer = AtlassianDocumentWriter()
    writer.json.beginObject()
    writer.json.field("version", 1)
    writer.json.field("type", "doc")
    writer.json.key("content")
    writer.json.beginArray()
    writer.write(blocks, in: .document)
    writer.json.endArray()
    writer.json.endObject()
    return writer.json.take()
  }

  /// What Jira will count of blocks, at most: UTF-16 code units.
  static func length(_ blocks: [MarkdownBlock]) -> Int {
    max(JiraWikiWriter.text(blocks).utf16.count, PlainTextWriter.length(blocks))
  }

  private mutating func write(_ blocks: [MarkdownBlock], in container: Container) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines): paragraph(inlines)
      case .heading(let level, let inlines): heading(inlines, level: level, in: container)
      case .quote(let blocks): quote(blocks, in: container)
      case .list(let list): self.list(list)
      case .code(let code, let language): self.code(code, language)
      case .table(let table): self.table(table)
      case .rule: if container == .document { node("rule") }
      case .html(let text): paragraph([.text(text)])
      }
    }
  }

  private mutating func paragraph(_ inlines: [MarkdownInline], _ marks: Marks = Marks()) {
    node("paragraph") { $0.write(inlines, marks) }
  }

  private mutating func heading(_ inlines: [MarkdownInline], level: Int, in container: Container) {
    guard container == .document else {
      return paragraph(inlines, Marks(isStrong: true))
    }
    node("heading", .number("level", level)) { $0.write(inlines, Marks()) }
  }

  private mutating func quote(_ blocks: [MarkdownBlock], in container: Container) {
    guard container == .document else { return write(blocks, in: container) }
    node("blockquote") { writer in
      if !Self.hasContent(blocks) { writer.paragraph([]) }
      writer.write(blocks, in: .quote)
    }
  }

  private mutating func list(_ list: MarkdownList) {
    guard !list.items.isEmpty else { return }
    let start = list.start.flatMap { $0 == 1 ? nil : Attribute.number("order", $0) }
    node(list.start == nil ? "bulletList" : "orderedList", start) { writer in
      for item in list.items {
        writer.node("listItem") { writer in
          if !Self.beginsWithText(item) { writer.paragraph([]) }
          writer.write(item, in: .item)
        }
      }
    }
  }

  private mutating func code(_ code: String, _ language: CodeLanguage?) {
    let text = code.hasSuffix("\n") ? String(code.dropLast()) : code
    node("codeBlock", language.map { .text("language", $0.rawValue) }) { $0.text(text) }
  }

  private mutating func table(_ table: MarkdownTable) {
    node("table") { writer in
      writer.row(table.header, of: "tableHeader")
      for row in table.rows { writer.row(row, of: "tableCell") }
    }
  }

  private mutating func row(_ row: [MarkdownTable.Cell], of name: StaticString) {
    node("tableRow") { writer in
      for cell in row {
        writer.node(name) { $0.paragraph(cell) }
      }
    }
  }

  /// Whether anything of blocks will be written in a quotation.
  private static func hasContent(_ blocks: [MarkdownBlock]) -> Bool {
    blocks.contains { block in
      switch block {
      case .rule: false
      case .quote(let blocks): hasContent(blocks)
      case .list(let list): !list.items.isEmpty
      default: true
      }
    }
  }

  /// Whether what an item will begin with is a paragraph or code.
  private static func beginsWithText(_ blocks: [MarkdownBlock]) -> Bool {
    for block in blocks {
      switch block {
      case .rule: continue
      case .quote(let blocks): if hasContent(blocks) { return beginsWithText(blocks) }
      case .list(let list): if !list.items.isEmpty { return false }
      default: return true
      }
    }
    return false
  }
}

// Inlines: marks upon texts.
extension AtlassianDocumentWriter {
  private mutating func write(_ inlines: [MarkdownInline], _ marks: Marks) {
    for inline in inlines {
      var inner = marks
      switch inline {
      case .text(let text): self.text(text.collapsed, marks)
      case .code(let code): text(code, marks, isCode: true)
      case .emphasis(let children):
        inner.isEmphasis = true
        write(children, inner)
      case .strong(let children):
        inner.isStrong = true
        write(children, inner)
      case .link(let link, let children):
        inner.link = link
        write(children.plainText.isEmpty ? [.text(link.address)] : children, inner)
      case .lineBreak: node("hardBreak")
      case .softBreak: text(" ", marks)
      }
    }
  }

  /// Writes a text, which may not be empty; code is never bold or in italics.
  private mutating func text(_ text: String, _ marks: Marks = Marks(), isCode: Bool = false) {
    guard !text.isEmpty else { return }
    json.beginObject()
    json.field("type", "text")
    json.field("text", text)
    var names: [StaticString] = []
    if isCode { names.append("code") }
    if marks.isEmphasis, !isCode { names.append("em") }
    if marks.isStrong, !isCode { names.append("strong") }
    if !names.isEmpty || marks.link != nil {
      json.key("marks")
      json.beginArray()
      for name in names { node(name) }
      if let link = marks.link {
        node("link", .text("href", link.address))
      }
      json.endArray()
    }
    json.endObject()
  }

  private mutating func node(
    _ type: StaticString,
    _ attribute: Attribute? = nil,
    content: ((inout AtlassianDocumentWriter) -> Void)? = nil
  ) {
    json.beginObject()
    json.field("type", "\(type)")
    if let attribute {
      json.key("attrs")
      json.beginObject()
      switch attribute {
      case .number(let name, let number): json.field(name, number)
      case .text(let name, let text): json.field(name, text)
      }
      json.endObject()
    }
    if let content {
      json.key("content")
      json.beginArray()
      content(&self)
      json.endArray()
    }
    json.endObject()
  }
}

extension String {
  /// The ends of lines as spaces.
  fileprivate var collapsed: String {
    String(decoding: utf8.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
