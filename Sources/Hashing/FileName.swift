/// Names for files that stand for texts from anywhere, such as projects.
public enum FileName {
  /// A name of at most 64 letters, digits, dots, hyphens and underscores, different for different
  /// texts even where case does not count: the text itself if it is one already, else what is like
  /// it and the beginning of its SHA-256.
  public static func safe(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let isSafe =
      (1...64).contains(bytes.count) && bytes.allSatisfy(isPlain)
      && bytes.first != UInt8(ascii: ".") && bytes.first != UInt8(ascii: "-")
    if isSafe { return text }
    var kept: [UInt8] = []
    for byte in bytes.prefix(200) where kept.count < 40 {
      if isPlain(byte) {
        kept.append(byte)
      } else if isCapital(byte) {
        kept.append(byte + 32)
      } else if let last = kept.last, last != UInt8(ascii: "-") {
        kept.append(UInt8(ascii: "-"))
      }
    }
    let start = kept.drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    let stem = String(decoding: start, as: UTF8.self)
    // "~" is not plain, so that no text that is its own name can be another's.
    return "\(stem)~\(SHA256.hash(text).prefix(8).hexadecimal)"
  }

  /// Lower case only: `Shop` and `shop` are two projects, but one file on some systems.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) }
}
