/// Percent-encoding (RFC 3986 §2.1).
enum PercentEncoding {
  /// The text with each `%xx` undone; as it is where that would not be UTF-8 or hold a zero.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = digit(rest.first),
        let low = digit(rest.dropFirst().first), high << 4 | low != 0
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case let byte? where (48...57).contains(byte): byte - 48
    case let byte? where (65...70).contains(byte): byte - 55
    case let byte? where (97...102).contains(byte): byte - 87
    default: nil
    }
  }
}
