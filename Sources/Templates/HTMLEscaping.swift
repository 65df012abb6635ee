/// Makes text from anywhere safe between elements and inside quoted attributes of HTML and XML.
///
/// It looks at bytes, never at characters: a quotation mark followed by a combining mark is a
/// quotation mark. Control and bidirectional characters come out as U+FFFD.
enum HTMLEscaping {
  /// Appends text with `&`, `<`, `>`, `"` and `'` as character references.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard isSpecial(byte) else {
        index += 1
        continue
      }
      let reference = reference(for: byte)
      let length = reference == nil ? InvisibleCharacters.length(at: index, in: text) : 1
      guard length > 0 else {
        index += 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      if let reference {
        output.append(
          contentsOf: UnsafeBufferPointer(
            start: reference.utf8Start,
            count: reference.utf8CodeUnitCount
          )
        )
      } else {
        output.append(contentsOf: InvisibleCharacters.replacement)
      }
      index += length
      start = index
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Whether a byte needs a second look.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
