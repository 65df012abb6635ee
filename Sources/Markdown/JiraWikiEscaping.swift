/// Makes text from anywhere safe in a line of Jira's wiki markup.
///
/// A backslash is taken off before `- # * _ + ? ^ ~ | % { } [ ] ( ) ! @` and nothing else
/// (atlassian-renderer, `BackslashEscapeRendererComponent`), and two backslashes end a line: so a
/// backslash itself is a character reference, which the renderer leaves as it is, and so are the bar
/// in a row, where cells are parted before backslashes are looked at, and `&`, where it would begin a
/// reference. Words that are markup (`h1.`, `bq.`, `mailto:`, `:D`) are broken by a word joiner.
enum JiraWikiEscaping {
  /// Appends text, white space as single spaces, none at the start of a line.
  static func append(_ text: String, isRow: Bool, to output: inout [UInt8]) {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case _ where byte.isWhiteSpace: output.appendSpace()
      case UInt8(ascii: "\\"): output.append("&#92;")
      case UInt8(ascii: "|"): output.append(isRow ? "&#124;" : "\\|")
      case UInt8(ascii: "&"):
        output.append(next.isLetter || next == UInt8(ascii: "#") ? "&amp;" : "&")
      case UInt8(ascii: "@"):
        output.append("\\@")
        output.append(contentsOf: WordJoiner.bytes)
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        word(byte, before: bytes[(index + 1)...], to: &output)
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        if isEmoticon(at: index, in: bytes) { output.append("\\") }
        output.append(byte)
      case _ where isMarkup(byte, after: output.last ?? 0x0A, before: next):
        output.append("\\")
        output.append(byte)
      default: output.append(byte)
      }
    }
  }

  /// Whether a mark may open or close something between these two; one within a word does not.
  private static func isMarkup(_ byte: UInt8, after last: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "*"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "+"):
      true
    case UInt8(ascii: "_"), UInt8(ascii: "-"): !(last.isWord && next.isWord)
    case UInt8(ascii: "#"): !last.isWord
    default: false
    }
  }

  /// Appends a full stop or a colon, parted from a word before it that makes it markup.
  private static func word(
    _ byte: UInt8,
    before rest: ArraySlice<UInt8>,
    to output: inout [UInt8]
  ) {
    let next = rest.first ?? 0
    let word = output.reversed().prefix { $0.isLetter || $0.isDigit }.prefix(9)
    let name = String(decoding: word.reversed().map { $0 | 0x20 }, as: UTF8.self)
    if byte == UInt8(ascii: ".") {
      let isBlock = name == "bq" || word.count == 2 && word.last.map { $0 | 0x20 } == 0x68
      if isBlock { output.append(contentsOf: WordJoiner.bytes) }
      output.append(byte)
    } else {
      output.append(byte)
      guard !next.isWhiteSpace, next != 0 else { return }
      let isWeb = name == "http" || name == "https"
      let isAddress = !name.isEmpty && (!next.isDigit || name == "mailto")
      let isBroken = isWeb ? !isPlainAddress(rest) : isAddress
      if isBroken || [0x50, 0x70, 0x44, 0x64].contains(next) {
        output.append(contentsOf: WordJoiner.bytes)
      }
    }
  }

  /// Whether nothing in the rest of an address will be escaped: it becomes a link as it stands, a
  /// backslash included (`UrlRendererComponent`), which would lead elsewhere.
  private static func isPlainAddress(_ rest: ArraySlice<UInt8>) -> Bool {
    for (index, byte) in rest.enumerated() {
      let isPlain = byte.isLetter || byte.isDigit || "/.=%,;'\"".utf8.contains(byte)
      if byte.isWhiteSpace { return true }
      if !isPlain, index == 0 || !isInWord(rest.startIndex + index, in: rest) { return false }
    }
    return true
  }

  /// Whether a hyphen or an underscore stands within a word.
  private static func isInWord(_ index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "_"))
      && bytes[index - 1].isWord && index + 1 < bytes.endIndex && bytes[index + 1].isWord
  }

  /// Whether a bracket is part of a face, `:)` or `;-(`, or of a picture's name, `(y)` or `(*r)`.
  private static func isEmoticon(at index: Int, in bytes: [UInt8]) -> Bool {
    let eyes: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: ";")]
    if index > 0, eyes.contains(bytes[index - 1]) { return true }
    if index > 1, bytes[index - 1] == UInt8(ascii: "-"), eyes.contains(bytes[index - 2]) {
      return true
    }
    guard bytes[index] == UInt8(ascii: "(") else { return false }
    let name = bytes[(index + 1)...].prefix(8).prefix {
      !$0.isWhiteSpace && $0 != UInt8(ascii: ")")
    }
    return index + 1 + name.count < bytes.count
      && bytes[index + 1 + name.count] == UInt8(ascii: ")")
  }
}
