/// Takes the beginning of blocks, so that an output made of it ends well: every construct is whole,
/// and an ellipsis stands where something is left out.
///
/// The measure is characters, and one for every block, break and piece of inline markup.
struct MarkdownCut {
  /// How much was taken so far.
  private(set) var taken = 0
  private let budget: Int
  private var isCut = false
  private var isMarked = false

  private init(_ budget: Int) {
    self.budget = budget
  }

  /// The measure of blocks.
  static func size(of blocks: [MarkdownBlock]) -> Int {
    var cut = MarkdownCut(.max)
    _ = cut.blocks(blocks)
    return cut.taken
  }

  /// The beginning of blocks, up to a measure.
  static func prefix(of blocks: [MarkdownBlock], _ budget: Int) -> [MarkdownBlock] {
    var cut = MarkdownCut(budget)
    let blocks = cut.blocks(blocks)
    return cut.isMarked || !cut.isCut ? blocks : blocks + [.paragraph([.text("…")])]
  }

  /// Whether there is room for one more; if not, everything from here on is left out.
  private mutating func take() -> Bool {
    if isCut || taken >= budget {
      isCut = true
      return false
    }
    taken += 1
    return true
  }

  private mutating func text(_ text: String) -> String {
    let room = budget - taken
    let end = text.index(text.startIndex, offsetBy: room, limitedBy: text.endIndex)
    guard let end, end < text.endIndex else {
      taken += text.count
      return text
    }
    taken = budget
    isCut = true
    isMarked = true
    return text[..<end] + "…"
  }

  private mutating func blocks(_ blocks: [MarkdownBlock]) -> [MarkdownBlock] {
    var output: [MarkdownBlock] = []
    for block in blocks {
      guard take() else { break }
      switch block {
      case .paragraph(let inlines): output.append(.paragraph(self.inlines(inlines)))
      case .heading(let level, let inlines):
        output.append(.heading(level: level, self.inlines(inlines)))
      case .quote(let blocks): output.append(.quote(self.blocks(blocks)))
      case .list(let list): output.append(.list(self.list(list)))
      case .code(let code, let language): output.append(.code(text(code), language: language))
      case .table(let table): output.append(.table(self.table(table)))
      case .rule: output.append(.rule)
      case .html(let html): output.append(.html(text(html)))
      }
    }
    return output
  }

  private mutating func list(_ list: MarkdownList) -> MarkdownList {
    var items: [[MarkdownBlock]] = []
    for item in list.items {
      guard take() else { break }
      items.append(blocks(item))
    }
    return MarkdownList(start: list.start, isTight: list.isTight, items: items)
  }

  private mutating func table(_ table: MarkdownTable) -> MarkdownTable {
    var rows: [[MarkdownTable.Cell]] = []
    let header = table.header.map { inlines($0) }
    for row in table.rows {
      guard take() else { break }
      rows.append(row.map { inlines($0) })
    }
    return MarkdownTable(header: header, rows: rows)
  }

  private mutating func inlines(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    var output: [MarkdownInline] = []
    for inline in inlines {
      guard take() else { break }
      switch inline {
      case .text(let words): output.append(.text(text(words)))
      case .code(let words): output.append(.code(text(words)))
      case .emphasis(let children): output.append(.emphasis(self.inlines(children)))
      case .strong(let children): output.append(.strong(self.inlines(children)))
      case .link(let link, let children): output.append(.link(link, self.inlines(children)))
      case .lineBreak, .softBreak: output.append(inline)
      }
    }
    if isCut, !isMarked, !inlines.isEmpty {
      isMarked = true
      output.append(.text("…"))
    }
    return output
  }
}
