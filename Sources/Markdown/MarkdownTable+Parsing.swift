extension MarkdownTable {
  /// How many columns a table may have: more is no table.
  private static let columnLimit = 32

  /// The table that a paragraph's lines are, as GitHub Flavored Markdown writes them (GFM 0.29,
  /// 4.10): headings, a row of hyphens and colons with as many cells, and any number of rows.
  ///
  /// Narrower than there: only outside lists and quotations, and the row of hyphens has a bar. A row
  /// with more cells than the header loses the rest, one with fewer is filled up.
  init?(_ lines: ArraySlice<Substring>) {
    guard let first = lines.first, let second = lines.dropFirst().first, second.contains("|"),
      first.contains("|")
    else { return nil }
    let header = Self.cells(first)
    let delimiters = Self.cells(second)
    guard header.count == delimiters.count, header.count <= Self.columnLimit,
      delimiters.allSatisfy(Self.isDelimiter)
    else { return nil }
    self.header = header.map(MarkdownTree.inlines(ofLine:))
    rows = lines.dropFirst(2).map { line in
      var row = Self.cells(line).prefix(header.count).map(MarkdownTree.inlines(ofLine:))
      row += Array(repeating: [], count: header.count - row.count)
      return row
    }
  }

  /// The cells of a row, without the space around them; `\|` is a bar within a cell.
  private static func cells(_ line: Substring) -> [String] {
    var cells: [[UInt8]] = [[]]
    var bytes = Array(line.utf8)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    var index = bytes.firstIndex { !isSpace($0) } ?? bytes.count
    if index < bytes.count, bytes[index] == UInt8(ascii: "|") { index += 1 }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        let next = bytes[index + 1]
        cells[cells.count - 1] += next == UInt8(ascii: "|") ? [next] : [byte, next]
        index += 2
        continue
      }
      if byte != UInt8(ascii: "|") {
        cells[cells.count - 1].append(byte)
      } else if index + 1 < bytes.count {
        cells.append([])
      }
      index += 1
    }
    return cells.map { cell in
      let start = cell.firstIndex { !isSpace($0) } ?? cell.count
      let end = (cell.lastIndex { !isSpace($0) } ?? start - 1) + 1
      return String(decoding: cell[start..<end], as: UTF8.self)
    }
  }

  private static func isDelimiter(_ cell: String) -> Bool {
    var hyphens = cell[...]
    if hyphens.first == ":" { hyphens.removeFirst() }
    if hyphens.last == ":" { hyphens.removeLast() }
    return !hyphens.isEmpty && hyphens.allSatisfy { $0 == "-" }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
