/// The links of simple HTML.
enum HTMLLinks {
  /// The targets of its anchors, and the addresses that its text names.
  static func among(_ html: String) -> [String] {
    Links.among(html.utf8.split(whereSeparator: isBetween).map { String(Substring($0)) })
  }

  /// Whether a byte stands between an address and what is around it.
  private static func isBetween(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x20,
      UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
