/// Names of emoji, `:smile:`, which GitLab and Slack draw wherever they stand in text.
enum EmojiNames {
  /// The text with a word joiner after the first colon of each that could be one.
  static func broken(in text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ":")) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    // Whether a name that goes on to here would end with a colon: seen from the end.
    var endsWithColon = [Bool](repeating: false, count: bytes.count + 1)
    for index in bytes.indices.reversed() {
      endsWithColon[index] =
        bytes[index] == UInt8(ascii: ":") || isName(bytes[index]) && endsWithColon[index + 1]
    }
    for (index, byte) in bytes.enumerated() {
      output.append(byte)
      if byte == UInt8(ascii: ":"), index + 1 < bytes.count, isName(bytes[index + 1]),
        endsWithColon[index + 1]
      {
        output.append(contentsOf: WordJoiner.bytes)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isWord || "_+-'".utf8.contains(byte)
  }
}
