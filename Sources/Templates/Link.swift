/// Where a link leads: a page of ours or an address outside, safe to write into any language.
///
/// Every byte that could end an attribute, a Markdown destination or a line is percent-encoded.
public struct Link: Sendable, Hashable {
  /// The address, in printable ASCII without quotes, brackets, parentheses, backslash or space.
  public let address: String

  /// A page or an anchor of ours, relative to the page the link stands on.
  ///
  /// A colon before the first slash is encoded, so that no name can pass for a scheme, and so is a
  /// second leading slash, so that none can pass for a host.
  public init(relative path: String) {
    var bytes = Self.encoded(path)
    let head = bytes.prefix { !Self.endsScheme.contains($0) }.count
    if head < bytes.count, bytes[head] == UInt8(ascii: ":") {
      bytes.replaceSubrange(head...head, with: "%3A".utf8)
    }
    if bytes.starts(with: "//".utf8) { bytes.replaceSubrange(1...1, with: "%2F".utf8) }
    address = String(decoding: bytes, as: UTF8.self)
  }

  /// An address outside; nil unless it is `http`, `https` or `mailto`, and names somewhere.
  public init?(external text: String) {
    let bytes = Self.encoded(text)
    let lower = bytes.prefix(8).map { (65...90).contains($0) ? $0 + 32 : $0 }
    guard let scheme = Self.schemes.first(where: { lower.starts(with: $0.utf8) }),
      bytes.count > scheme.utf8.count
    else { return nil }
    address = String(decoding: bytes, as: UTF8.self)
  }

  private static let schemes = ["https://", "http://", "mailto:"]
  private static let endsScheme = Set(":/?#".utf8)

  /// Percent-encodes what RFC 3986 does not allow in a URI, and `'`, `(`, `)` besides.
  ///
  /// Percent signs stay: an address from outside is usually encoded already. Control characters
  /// are dropped, as browsers do.
  private static func encoded(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte < 0x20 || byte == 0x7F { continue }
      if isAllowed(byte) {
        output.append(byte)
      } else {
        output.append(UInt8(ascii: "%"))
        output.append(contentsOf: [hexadecimal(byte >> 4), hexadecimal(byte & 15)])
      }
    }
    return output
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#@!$&*+,;=%".utf8.contains(byte)
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? digit + 48 : digit + 55
  }
}
