internal import Hashing

/// A project's name as the name of a folder: safe anywhere, and no two names give the same.
enum ProjectSlug {
  /// Lower-case letters, digits, `-` and `_` stay as they are; any other name is cut to those and
  /// told apart by a digest after `~`, which no plain name contains.
  static func of(_ name: String) -> String {
    let limit = 60
    let bytes = Array(name.utf8)
    if bytes.count <= limit, bytes.allSatisfy(isPlain), let first = bytes.first,
      first != UInt8(ascii: "-")
    {
      return name
    }
    let lower = bytes.prefix(4 * limit).map { (65...90).contains($0) ? $0 + 32 : $0 }
    let words = lower.split { !isPlain($0) || $0 == UInt8(ascii: "-") }
    let readable = Array(words.joined(separator: [UInt8(ascii: "-")])).prefix(limit)
    let digest = SHA256.hash(name).prefix(8).hexadecimal
    return String(decoding: readable, as: UTF8.self) + "~" + digest
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
