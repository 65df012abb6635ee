/// Makes text from anywhere safe in Slack's mrkdwn.
///
/// `&`, `<` and `>` are the only characters Slack asks to escape (Slack, "Formatting message text"):
/// without them there is no mention, no channel, no date and no link. There is no escape for marks of
/// formatting: `*`, `_` and `~` stand between word joiners (U+2060), so that no mark has white space
/// or the beginning of a line before it and a letter behind it; a backtick, which formats anywhere,
/// becomes U+02CB, which looks like one. `@here`, `#channel` and `:emoji:` are broken by a word joiner.
enum SlackEscaping {
  /// Appends text, white space as single spaces, none at the start of a line.
  static func append(_ text: String, to output: inout [UInt8]) {
    let bytes = Array(EmojiNames.broken(in: text).utf8)
    for index in bytes.indices {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      let isLineStart = output.isEmpty || output.last == 0x0A
      switch byte {
      case _ where byte.isWhiteSpace: output.appendSpace()
      case UInt8(ascii: "`"): output.append("\u{2CB}")
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        let isInWord = output.last?.isWord == true && next.isWord
        if !isInWord { output.append(contentsOf: WordJoiner.bytes) }
        output.append(byte)
        if !isInWord { output.append(contentsOf: WordJoiner.bytes) }
      case UInt8(ascii: "@"), UInt8(ascii: "#"):
        output.append(byte)
        if next.isWord { output.append(contentsOf: WordJoiner.bytes) }
      case UInt8(ascii: ">") where isLineStart:
        output.append(contentsOf: WordJoiner.bytes)
        output.append("&gt;")
      default: appendReference(byte, to: &output)
      }
    }
  }

  /// Appends text in which only `&`, `<` and `>` are escaped: an address.
  static func appendReferences(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 { appendReference(byte, to: &output) }
  }

  /// Appends code for a line; a backtick would end it.
  static func appendInlineCode(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "`"): output.append("\u{2CB}")
      case 0x0A: output.append(0x20)
      default: appendReference(byte, to: &output)
      }
    }
  }

  /// Appends code for a block, in which three backticks would end it: two in a row are parted.
  static func appendCode(_ text: String, to output: inout [UInt8]) {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "`"), output.last == byte {
        output.append(contentsOf: WordJoiner.bytes)
      }
      appendReference(byte, to: &output)
    }
  }

  private static func appendReference(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "<"): output.append("&lt;")
    case UInt8(ascii: ">"): output.append("&gt;")
    default: output.append(byte)
    }
  }
}
