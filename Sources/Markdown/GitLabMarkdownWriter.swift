/// Writes blocks as GitLab Flavored Markdown (GitLab Docs, "GitLab Flavored Markdown"; CommonMark
/// 0.31; GFM 0.29), anew from the tree: nothing of the source stands in it unescaped.
///
/// A line begins with a mark of the writer's own or with escaped text, so that no quick action runs
/// (`/close` at a line's start); code is fenced longer than any run of backticks in it.
struct GitLabMarkdownWriter {
  /// The text of blocks.
  static func text(_ blocks: [MarkdownBlock]) -> String {
    String(decoding: write(blocks), as: UTF8.self)
  }

  private static func write(
    _ blocks: [MarkdownBlock],
    isTight: Bool = false,
    isNested: Bool = false
  ) -> [UInt8] {
    var output: [UInt8] = []
    var last: (list: MarkdownList, isAnother: Bool)?
    for block in blocks {
      var list: (list: MarkdownList, isAnother: Bool)?
      if case .list(let next) = block {
        let isAlike = last.map { ($0.list.start == nil) == (next.start == nil) } ?? false
        list = (next, isAlike && last?.isAnother == false)
      }
      let text =
        list.map { write($0.list, isAnother: $0.isAnother) } ?? write(block, isNested: isNested)
      guard !text.isEmpty else { continue }
      if !output.isEmpty { output.append(isTight && isBulletList(text) ? "\n" : "\n\n") }
      output.append(contentsOf: text)
      last = list
    }
    return output
  }

  private static func write(_ block: MarkdownBlock, isNested: Bool) -> [UInt8] {
    switch block {
    case .paragraph(let inlines): return GitLabInlineWriter.line(inlines)
    case .heading(let level, let inlines):
      var output = Array(repeating: UInt8(ascii: "#"), count: level)
      let text = GitLabInlineWriter.line(inlines, isOneLine: true)
      if !text.isEmpty { output.append(" ") }
      return output + text
    case .quote(let blocks):
      return write(blocks, isNested: true).indented(first: "> ", rest: "> ")
    case .list(let list): return write(list, isAnother: false)
    case .code(let code, let language): return write(code, language, isNested: isNested)
    case .table(let table): return write(table)
    case .rule: return Array("***".utf8)
    case .html(let text): return GitLabInlineWriter.line([.text(text)])
    }
  }

  /// A list; one that follows another of its kind has other marks, lest they become one.
  private static func write(_ list: MarkdownList, isAnother: Bool) -> [UInt8] {
    var output: [UInt8] = []
    for (index, item) in list.items.enumerated() {
      if index > 0 { output.append(list.isTight ? "\n" : "\n\n") }
      let number = list.start.map { "\(min($0 + index, 999_999_999))" }
      let mark = number.map { $0 + (isAnother ? ") " : ". ") } ?? (isAnother ? "+ " : "- ")
      let indent = String(repeating: " ", count: mark.utf8.count)
      var text = write(item, isTight: list.isTight, isNested: true)
      if isBullets(firstLine(of: text)) { text.insert(0x0A, at: 0) }
      output.append(contentsOf: text.indented(first: mark, rest: indent))
    }
    return output
  }

  /// Whether a text begins with bullets, and in a way that they stay bullets below a line of text.
  private static func isBulletList(_ text: [UInt8]) -> Bool {
    let line = firstLine(of: text)
    return line.starts(with: "- ".utf8) || line.starts(with: "+ ".utf8)
  }

  /// Whether a line is nothing but bullets: one more and it is a rule.
  private static func isBullets(_ line: ArraySlice<UInt8>) -> Bool {
    !line.isEmpty && line.allSatisfy { $0 == UInt8(ascii: "-") || $0 == 0x20 }
  }

  private static func firstLine(of text: [UInt8]) -> ArraySlice<UInt8> {
    text.prefix { $0 != 0x0A }
  }

  /// A fenced block.
  ///
  /// Where a line of it could be taken for a quick action by whoever looks at lines
  /// alone, all of it is moved in by a space, which the fence's own indentation takes away again.
  private static func write(_ code: String, _ language: CodeLanguage?, isNested: Bool) -> [UInt8] {
    var content = Array(code.utf8)
    if content.last == 0x0A { content.removeLast() }
    let length = max(3, content.longestRun(of: UInt8(ascii: "`")) + 1)
    let fence = Array(repeating: UInt8(ascii: "`"), count: length)
    var output = fence
    output.append(language?.rawValue ?? "")
    output.append("\n")
    if !content.isEmpty {
      output.append(contentsOf: content)
      output.append("\n")
    }
    output.append(contentsOf: fence)
    let isAction = content.first == UInt8(ascii: "/") || code.contains("\n/")
    return isAction && !isNested ? output.indented(first: " ", rest: " ") : output
  }

  private static func write(_ table: MarkdownTable) -> [UInt8] {
    var output = write(table.header)
    output.append("\n|")
    for _ in table.header { output.append(" --- |") }
    for row in table.rows {
      output.append("\n")
      output.append(contentsOf: write(row))
    }
    return output
  }

  private static func write(_ row: [MarkdownTable.Cell]) -> [UInt8] {
    var output = Array("|".utf8)
    for cell in row {
      output.append(" ")
      output.append(contentsOf: GitLabInlineWriter.line(cell, isOneLine: true, isCell: true))
      output.append(" |")
    }
    return output
  }
}
