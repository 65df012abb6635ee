/// Makes text from anywhere safe for a terminal or a plain message: no control sequences.
enum PlainTextEscaping {
  /// Appends text, its control and bidirectional characters as U+FFFD.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var index = 0
    while index < text.count {
      let length = InvisibleCharacters.length(at: index, in: text)
      if length > 0 {
        output.append(contentsOf: InvisibleCharacters.replacement)
        index += length
      } else {
        output.append(text[index])
        index += 1
      }
    }
  }
}
