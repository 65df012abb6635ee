/// Makes text from anywhere safe inside a line of GitLab flavoured Markdown, table cells included.
///
/// Nothing in it can become markup, HTML, a link, a mention, a reference, a quick action or the
/// beginning of a block (GitLab Docs, "GitLab Flavored Markdown"; CommonMark 0.31). What a
/// backslash would not survive everywhere is a character reference: `<`, `>`, `|`, the backtick.
enum MarkdownEscaping {
  /// Appends text, white space as single spaces, none at the start.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let first = text.firstIndex { $0 > 0x20 } ?? text.count
    let blockEnd = endOfBlockMarker(text, from: first)
    var index = first
    while index < text.count {
      let byte = text[index]
      let invisible = InvisibleCharacters.length(at: index, in: text)
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        if output.last != 0x20 { output.append(0x20) }
        index += 1
      } else if invisible > 0 {
        output.append(contentsOf: InvisibleCharacters.replacement)
        index += invisible
      } else {
        if index == blockEnd { output.append(UInt8(ascii: "\\")) }
        append(byte, before: index + 1 < text.count ? text[index + 1] : 0, to: &output)
        index += 1
      }
    }
  }

  private static func append(_ byte: UInt8, before next: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "|"): output.append(contentsOf: "&#124;".utf8)
    case UInt8(ascii: "`"): output.append(contentsOf: "&#96;".utf8)
    case UInt8(ascii: "@"):
      // The word joiner keeps an e-mail address from becoming a link and a mention from reaching
      // anybody even where the backslash is taken off before names are looked for.
      output.append(contentsOf: "\\@".utf8)
      output.append(contentsOf: wordJoiner)
    case _ where isHarmless(byte, after: output.last ?? 0, before: next): output.append(byte)
    case UInt8(ascii: ":"):
      output.append(contentsOf: "\\:".utf8)
      if next == UInt8(ascii: "/") { output.append(contentsOf: wordJoiner) }
    case UInt8(ascii: "."):
      if endsWithWWW(output) { output.append(UInt8(ascii: "\\")) }
      output.append(byte)
    case _ where isMarkup(byte):
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    default: output.append(byte)
    }
  }

  /// Whether a byte that may be markup is not between these two: a colon before a space or in a time,
  /// a percent sign or a number sign that no name or number follows.
  private static func isHarmless(_ byte: UInt8, after last: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"): next == 0x20 || isDigit(last) && isDigit(next)
    case UInt8(ascii: "%"): [0x20, UInt8(ascii: ")"), UInt8(ascii: ",")].contains(next)
    case UInt8(ascii: "#"): last > 0x20 && (0x61...0x7A).contains(next)
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// U+2060.
  private static let wordJoiner: [UInt8] = [0xE2, 0x81, 0xA0]

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "#"), UInt8(ascii: "!"), UInt8(ascii: "&"),
      UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "^"):
      true
    default: false
    }
  }

  /// The index of the one byte that must be escaped for a line not to begin a block with it: a
  /// list's bullet or number, a rule, an underlining, a quick action.
  private static func endOfBlockMarker(
    _ text: UnsafeBufferPointer<UInt8>,
    from first: Int
  ) -> Int? {
    guard first < text.count else { return nil }
    switch text[first] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "/"): return first
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let end = text[first...].firstIndex { !(0x30...0x39).contains($0) }
      return end.flatMap { text[$0] == UInt8(ascii: ".") ? $0 : nil }
    default: return nil
    }
  }

  private static func endsWithWWW(_ output: [UInt8]) -> Bool {
    output.count >= 3 && output.suffix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
  }
}
