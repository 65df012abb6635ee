/// A text and its lines, counted as libcmark counts them.
struct MarkdownLines {
  /// The text, each line ended by a line feed alone.
  let text: String
  private let lines: [Substring]

  /// The lines of a text, which may end as on any system.
  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || last != 0x0D {
        bytes.append(byte)
      }
      last = byte
    }
    self.text = String(decoding: bytes, as: UTF8.self)
    lines = self.text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Some of its lines, as far as there are such.
  subscript(range: Range<Int>) -> ArraySlice<Substring> {
    lines[range.clamped(to: lines.indices)]
  }
}
