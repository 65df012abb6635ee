/// Writes the text alone, on one line.
struct PlainTextWriter {
  private var output: [UInt8] = []

  /// The text so far, without white space at its end.
  var text: String {
    let end = (output.lastIndex { $0 != 0x20 && $0 != 0x0A } ?? -1) + 1
    return String(decoding: output[..<end], as: UTF8.self)
  }

  /// The UTF-16 code units of blocks, all white space counted.
  static func length(_ blocks: [MarkdownBlock]) -> Int {
    var writer = PlainTextWriter()
    writer.write(blocks)
    return String(decoding: writer.output, as: UTF8.self).utf16.count
  }

  /// Writes blocks, with a space between two of them.
  mutating func write(_ blocks: [MarkdownBlock]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): write(inlines)
      case .quote(let blocks): write(blocks)
      case .list(let list): for item in list.items { write(item) }
      case .code(let text, _), .html(let text): output.append(contentsOf: text.utf8)
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row {
            write(cell)
            space()
          }
        }
      case .rule: break
      }
      space()
    }
  }

  private mutating func write(_ inlines: [MarkdownInline]) {
    for inline in inlines {
      switch inline {
      case .text(let text), .code(let text): output.append(contentsOf: text.utf8)
      case .emphasis(let children), .strong(let children), .link(_, let children): write(children)
      case .lineBreak: space()
      case .softBreak: output.append(0x0A)
      }
    }
  }

  private mutating func space() {
    if let last = output.last, last != 0x20 { output.append(0x20) }
  }
}
