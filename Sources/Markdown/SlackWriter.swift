/// Writes blocks as Slack's mrkdwn (Slack, "Formatting message text"), which knows no headings, lists,
/// tables or rules: they are bold lines, bullets, lines with bars and a dash.
struct SlackWriter {
  /// How a line begins that stands in a quotation.
  private static let quotation = "> "

  /// The text of blocks.
  static func text(_ blocks: [MarkdownBlock]) -> String {
    String(decoding: write(blocks, indent: "", isTight: false), as: UTF8.self)
  }

  private static func write(_ blocks: [MarkdownBlock], indent: String, isTight: Bool) -> [UInt8] {
    var output: [UInt8] = []
    for block in blocks {
      let text = write(block, indent: indent)
      guard !text.isEmpty else { continue }
      if !output.isEmpty { output.append(isTight ? "\n" : "\n\n") }
      output.append(contentsOf: text)
    }
    return output
  }

  private static func write(_ block: MarkdownBlock, indent: String) -> [UInt8] {
    switch block {
    case .paragraph(let inlines): SlackInlineWriter.line(inlines)
    case .heading(_, let inlines): SlackInlineWriter.line([.strong(inlines)], isOneLine: true)
    case .quote(let blocks): quote(write(blocks, indent: "", isTight: false))
    case .list(let list): write(list, indent: indent)
    case .code(let code, _): self.code(code)
    case .table(let table): write(table)
    case .rule: Array("———".utf8)
    case .html(let text): SlackInlineWriter.line([.text(text)])
    }
  }

  private static func write(_ list: MarkdownList, indent: String) -> [UInt8] {
    var output: [UInt8] = []
    for (index, item) in list.items.enumerated() {
      if index > 0 { output.append("\n") }
      let mark = list.start.map { "\(min($0 + index, 999_999_999)). " } ?? "• "
      let text = write(item, indent: indent, isTight: true)
      output.append(contentsOf: text.indented(first: mark, rest: "    "))
    }
    return output
  }

  /// A quotation; lines of code in it begin without the mark, which would be part of the code.
  private static func quote(_ text: [UInt8]) -> [UInt8] {
    guard !text.isEmpty else { return [] }
    var output: [UInt8] = []
    var isCode = false
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isFence = line.elementsEqual(fence)
      if !output.isEmpty { output.append("\n") }
      if !isCode, !isFence, !line.starts(with: quotation.utf8) { output.append(quotation) }
      output.append(contentsOf: line)
      if isFence { isCode.toggle() }
    }
    return output
  }

  private static let fence = Array("```".utf8)

  /// A block of code, in which runs of backticks are parted by word joiners: there is no other way
  /// for a fence to stand in it.
  private static func code(_ code: String) -> [UInt8] {
    var content: [UInt8] = []
    SlackEscaping.appendCode(code, to: &content)
    if content.last == 0x0A { content.removeLast() }
    guard !content.isEmpty else { return [] }
    return fence + [0x0A] + content + [0x0A] + fence
  }

  private static func write(_ table: MarkdownTable) -> [UInt8] {
    var lines = [row(table.header.map { [.strong($0)] })]
    lines += table.rows.map(row)
    return Array(lines.joined(separator: [0x0A]))
  }

  private static func row(_ cells: [MarkdownTable.Cell]) -> [UInt8] {
    Array(cells.map { SlackInlineWriter.line($0, isOneLine: true) }.joined(separator: " | ".utf8))
  }
}
