/// Base64 with padding (RFC 4648 §4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// The UTF-8 of a text, encoded.
  static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let group = Array(bytes.prefix(3))
      bytes = bytes.dropFirst(3)
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 {
        let isPadding = position > group.count
        encoded.append(
          isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * position) & 63]
        )
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
