internal import Syntax

/// A digest of quoted code that white space does not change.
///
/// Indenting, joining and wrapping lines leave it as it is. It is stored in snapshots, so the
/// algorithm stays: bytes that are no ASCII white space are packed by eight, little-endian; each word
/// is mixed in by xor and the 128-bit product with a constant, its halves xored.
enum SnippetDigest {
  /// The digest of a text; nil when it is blank.
  static func of(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// The digest of a string where it lies in the report; nil when it is blank or no string.
  static func of(_ value: JSON) -> UInt64? {
    value.withUTF8 { of($0) } ?? nil
  }

  /// A keyed digest of code that holds a secret, so that nobody guesses it; nil when it is blank.
  static func of(_ text: String, keyedBy digests: SecretDigest) -> UInt64? {
    let code = text.utf8.filter { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
    if code.isEmpty { return nil }
    return UInt64(digests(String(decoding: code, as: UTF8.self)).prefix(16), radix: 16)
  }

  /// The digest of the first 100 characters that are no white space, from the start of a line on.
  static func ofLine(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { of($0, limit: 100) }
  }

  /// The digest of UTF-8 bytes; nil when they are blank.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = .max) -> UInt64? {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word: UInt64 = 0
    var count = 0
    for byte in bytes where byte > 0x20 || !(byte == 0x20 || (0x09...0x0D).contains(byte)) {
      word |= UInt64(byte) << UInt64((count & 7) * 8)
      count += 1
      if count & 7 == 0 {
        state = mix(state ^ word)
        word = 0
      }
      if count == limit { break }
    }
    if count == 0 { return nil }
    return mix(mix(state ^ word) ^ UInt64(count))
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
