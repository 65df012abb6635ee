/// Cleans what scanners write for people: bounded, printable, without secrets.
///
/// The result is Markdown or plain text as the scanner meant it; escaping it for a page is the
/// page's work.
enum MarkdownText {
  /// The longest description or message that is kept, in bytes.
  static let limit = 8000

  /// Text of several lines; nil when nothing is left of it.
  static func clean(_ text: String?, hiding redaction: Redaction = Redaction()) -> String? {
    guard var text, !text.isEmpty else { return nil }
    if text.withUTF8(isClean) { return redaction(text) }
    let bounded = bounded(printable(text), to: limit)
    let cleaned = trimmed(redaction(withoutImages(bounded)))
    return cleaned.isEmpty ? nil : cleaned
  }

  /// Whether text is short, printable ASCII, shows no pictures and begins and ends with no space.
  private static func isClean(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= limit, let first = text.first, let last = text.last, first > 0x20,
      last > 0x20
    else { return false }
    // No branches, so that many bytes are looked at in one go.
    var odd: UInt8 = 0
    for byte in text {
      let isSpace = byte == 0x0A || byte == 0x09
      odd |= (byte < 0x20 ? 1 : 0) & (isSpace ? 0 : 1)
      odd |= (byte > 0x7E ? 1 : 0) | (byte == UInt8(ascii: "!") ? 1 : 0)
    }
    return odd == 0
  }

  /// HTML as Markdown: paragraphs, lists, code and links stay, other tags go; nil when nothing is
  /// left.
  static func clean(html text: String?, hiding redaction: Redaction = Redaction()) -> String? {
    guard let text else { return nil }
    return clean(HTMLText.markdown(bounded(text, to: limit * 4)), hiding: redaction)
  }

  /// One line of at most 300 characters, such as a title.
  static func line(_ text: String, limit: Int = 300, hiding redaction: Redaction? = nil) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.count <= limit && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
        && bytes.first != 0x20 && bytes.last != 0x20
    }
    let redact = redaction ?? Redaction()
    if isPlain { return redact(text) }
    let words = printable(String(text.unicodeScalars.prefix(limit * 8)))
      .unicodeScalars.split(whereSeparator: { $0.isSpace })
    let line = redact(words.map { Substring($0) }.joined(separator: " "))
    return line.unicodeScalars.count <= limit ? line : cut(line, to: limit)
  }

  /// A path of at most 1,000 bytes on one line, without invisible characters.
  static func path(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.count <= 1000 && bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
    return isPlain ? text : line(text, limit: 1000, hiding: nil)
  }

  /// The text without control, direction and invisible characters; lines end with a line feed.
  static func printable(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
    }
    if isPlain { return text }
    let scalars = text.unicodeScalars
    var output = ""
    // What is not in the output yet begins here.
    var start = scalars.startIndex
    for index in scalars.indices {
      let scalar = scalars[index]
      let endsLine = scalar == "\r" || scalar.value == 0x2028 || scalar.value == 0x2029
      guard endsLine || isHidden(scalar) else { continue }
      output += text[start..<index]
      start = scalars.index(after: index)
      let isBeforeLineFeed = scalar == "\r" && scalars[start...].first == "\n"
      if endsLine && !isBeforeLineFeed { output += "\n" }
    }
    return output + text[start...]
  }

  /// Control characters but tab and line feed; what sets the direction of writing or has no width.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Pictures become links: a page makes no request because a scanner says so.
  private static func withoutImages(_ text: String) -> String {
    text.exchanging("![", for: "[")
  }

  private static func bounded(_ text: String, to limit: Int) -> String {
    text.utf8.count <= limit ? text : cut(text, to: limit)
  }

  /// The first `limit` scalars at most, whole words where they are short, and an ellipsis.
  private static func cut(_ text: String, to limit: Int) -> String {
    let head = text.unicodeScalars.prefix(limit - 1)
    let space = head.suffix(40).lastIndex(of: " ")
    return Substring(space.map { head[..<$0] } ?? head) + "…"
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard let first = text.utf8.first, let last = text.utf8.last, isSpace(first) || isSpace(last)
    else { return text }
    guard let start = text.utf8.firstIndex(where: { !isSpace($0) }),
      let end = text.utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(text[start...end])
  }
}
