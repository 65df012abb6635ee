/// A command line in words, as a shell would split it; nothing is expanded.
struct CommandWords {
  private(set) var words: [String] = []

  /// Splits a line; nil if a quotation mark or backslash at its end is left open.
  init?(_ line: String) {
    var word: [UInt8]?
    var quote: UInt8?
    var isEscaped = false
    for byte in line.utf8 {
      if isEscaped {
        // Between quotation marks a backslash stands for itself before all but these.
        if quote != nil, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          word = (word ?? []) + [UInt8(ascii: "\\")]
        }
        word = (word ?? []) + [byte]
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'") {
        isEscaped = true
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
        word = word ?? []
      } else if quote == nil, byte == 0x20 || byte == 0x09 {
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        word = nil
      } else {
        word = (word ?? []) + [byte]
      }
    }
    guard quote == nil, !isEscaped else { return nil }
    if let word { words.append(String(decoding: word, as: UTF8.self)) }
  }
}
