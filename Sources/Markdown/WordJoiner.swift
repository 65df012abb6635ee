/// U+2060, the word joiner: it is not seen, no line breaks at it, and it is neither white space nor
/// punctuation, so that what it parts is no longer the word or the mark that a target looks for.
enum WordJoiner {
  /// As a character.
  static let text = "\u{2060}"
  /// As UTF-8.
  static let bytes: [UInt8] = [0xE2, 0x81, 0xA0]
}
