/// Writes blocks as wiki markup for Jira Data Center (text formatting notation; the order in which
/// things are looked for is atlassian-renderer's: macros, blocks, links, escapes, phrases).
///
/// A line begins with a mark of the writer's own or with escaped text. What cannot stand in a list's
/// item or a quotation there is written as its text.
struct JiraWikiWriter {
  private var output: [UInt8] = []

  /// The text of blocks.
  static func text(_ blocks: [MarkdownBlock]) -> String {
    var writer = JiraWikiWriter()
    writer.write(blocks, isQuoted: false)
    return String(decoding: writer.output, as: UTF8.self)
  }

  private mutating func write(_ blocks: [MarkdownBlock], isQuoted: Bool) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines): paragraph(JiraInlineWriter.line(inlines))
      case .heading(let level, let inlines):
        let text = JiraInlineWriter.line(inlines, in: .row)
        paragraph(text.isEmpty ? [] : Array("h\(level). ".utf8) + text)
      case .quote(let blocks):
        if isQuoted { write(blocks, isQuoted: true) } else { quote(blocks) }
      case .list(let list):
        var lines = JiraListWriter()
        lines.write(list, marks: "")
        paragraph(lines.output)
      case .code(let code, let language): paragraph(JiraCode.block(code, language))
      case .table(let table): self.table(table)
      case .rule: paragraph(Array("----".utf8))
      case .html(let text): paragraph(JiraInlineWriter.line([.text(text)]))
      }
    }
  }

  private mutating func paragraph(_ text: [UInt8]) {
    guard !text.isEmpty else { return }
    if !output.isEmpty { output.append("\n\n") }
    output.append(contentsOf: text)
  }

  private mutating func quote(_ blocks: [MarkdownBlock]) {
    var writer = JiraWikiWriter()
    writer.write(blocks, isQuoted: true)
    guard !writer.output.isEmpty else { return }
    paragraph(Array("{quote}\n".utf8) + writer.output + Array("\n{quote}".utf8))
  }

  private mutating func table(_ table: MarkdownTable) {
    var lines = row(table.header, bar: "||")
    for cells in table.rows {
      lines.append("\n")
      lines.append(contentsOf: row(cells, bar: "|"))
    }
    paragraph(lines)
  }

  private func row(_ cells: [MarkdownTable.Cell], bar: String) -> [UInt8] {
    var line: [UInt8] = []
    for cell in cells {
      line.append(bar)
      let text = JiraInlineWriter.line(cell, in: .row)
      line.append(" ")
      line.append(contentsOf: text)
      if !text.isEmpty { line.append(" ") }
    }
    line.append(bar)
    return line
  }
}
