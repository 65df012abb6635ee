/// Writes a list in wiki markup: an item is one line, which begins with the marks of all the lists
/// around it, and its further blocks stand behind forced line breaks.
struct JiraListWriter {
  /// The lines so far.
  private(set) var output: [UInt8] = []

  /// Writes a list within lists that have these marks.
  mutating func write(_ list: MarkdownList, marks: String) {
    let marks = marks + (list.start == nil ? "*" : "#")
    for item in list.items {
      line(marks)
      var isFirst = true
      write(item, marks: marks, isFirst: &isFirst)
    }
  }

  private mutating func write(_ blocks: [MarkdownBlock], marks: String, isFirst: inout Bool) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines): append(JiraInlineWriter.line(inlines, in: .item), &isFirst)
      case .heading(_, let inlines):
        append(JiraInlineWriter.line([.strong(inlines)], in: .item), &isFirst)
      case .quote(let blocks): write(blocks, marks: marks, isFirst: &isFirst)
      case .list(let list):
        write(list, marks: marks)
        isFirst = false
      case .code(let code, let language): append(JiraCode.block(code, language), &isFirst)
      case .html(let text): append(JiraInlineWriter.line([.text(text)], in: .item), &isFirst)
      case .table, .rule: continue
      }
    }
  }

  private mutating func append(_ text: [UInt8], _ isFirst: inout Bool) {
    guard !text.isEmpty else { return }
    output.append(isFirst ? " " : JiraInlineWriter.forcedBreak)
    output.append(contentsOf: text)
    isFirst = false
  }

  private mutating func line(_ marks: String) {
    if !output.isEmpty { output.append("\n") }
    output.append(marks)
    output.append(" ")
    while output.suffix(2).elementsEqual([0x20, 0x20]) { output.removeLast() }
    if output.last == 0x20 { output.removeLast() }
  }
}
