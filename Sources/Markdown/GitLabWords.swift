/// Words that GitLab reads in the text of a page, when backslashes are gone already: all but those
/// before `$ % # & @ ! ~ ^` (`Banzai::Filter::EscapedCharFilter`).
///
/// They are references such as `GL-1` and `[vulnerability:1]`, `[[page]]`, `[TOC]`, and the marks of a
/// difference, `{+ added +}` and `[- deleted -]`.
enum GitLabWords {
  /// The text with a word joiner in each.
  static func broken(in text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "-"), endsReferencePrefix(bytes[..<index]),
        bytes[(index + 1)...].first?.isDigit == true
      {
        output.append(contentsOf: WordJoiner.bytes)
      }
      output.append(byte)
      if isOpening(byte, before: bytes[(index + 1)...].prefix(24)) {
        output.append(contentsOf: WordJoiner.bytes)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func endsReferencePrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.suffix(3)
    return last.suffix(2).map { $0 | 0x20 } == Array("gl".utf8)
      && (last.count < 3 || last.first?.isWord == false)
  }

  private static func isOpening(_ byte: UInt8, before rest: ArraySlice<UInt8>) -> Bool {
    guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{"), let next = rest.first else {
      return false
    }
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { return true }
    guard byte == UInt8(ascii: "[") else { return false }
    let name = rest.prefix { $0.isLetter || $0 == UInt8(ascii: "_") }
    let end = rest.dropFirst(name.count).first
    return next == UInt8(ascii: "[") || !name.isEmpty && end == UInt8(ascii: ":")
      || name.map { $0 | 0x20 } == Array("toc".utf8)
  }
}
