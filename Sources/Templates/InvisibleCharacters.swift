/// Characters that change what a reader sees without being seen, found in UTF-8 bytes.
///
/// They come out as U+FFFD, so that somebody notices them: control characters (C0 but for tab and
/// line feed, DEL, C1), the bidirectional controls U+202A to U+202E and U+2066 to U+2069 (CVE-2021-42574,
/// "Trojan Source"), and the noncharacters U+FFFE and U+FFFF, which XML does not allow.
enum InvisibleCharacters {
  /// U+FFFD, the replacement character.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The length of such a character at an index; 0 if there is none.
  @inline(__always)
  static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case 0x09, 0x0A: 0
    case 0x00..<0x20, 0x7F: 1
    case 0xC2:
      index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1]) ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && isBidirectional(bytes[index + 1], bytes[index + 2]) ? 3 : 0
    case 0xEF:
      index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
    default: 0
    }
  }

  private static func isBidirectional(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third))
      || (second == 0x81 && (0xA6...0xA9).contains(third))
  }
}
