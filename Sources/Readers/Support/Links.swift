internal import Syntax

/// Links that are safe to follow: `http` and `https` only.
enum Links {
  /// The links among texts, in their order, each once, at most 50.
  static func among(_ texts: some Sequence<String>) -> [String] {
    var links: [String] = []
    for text in texts where text.holds("://") {
      for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
        guard links.count < 50 else { return links }
        guard word.count > 10, word.first.map({ $0 | 0x20 }) == UInt8(ascii: "h") else { continue }
        if let link = link(String(Substring(word))), !links.contains(link) { links.append(link) }
      }
    }
    return links
  }

  /// The links in an array of strings, or in one string.
  static func among(_ value: JSON) -> [String] {
    among(value.string.map { [$0] } ?? value.strings)
  }

  /// Whether a text begins as a link does.
  static func isWeb(_ text: String) -> Bool {
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "h") else { return false }
    let scheme = text.utf8.prefix(8).map { ByteClass.lower($0) }
    return scheme.starts(with: "http://".utf8) || scheme.elementsEqual("https://".utf8)
  }

  /// The text, if it is a link of at most 2,000 bytes; a password in it is masked.
  static func link(_ text: String) -> String? {
    guard isWeb(text), text.utf8.count > 10, text.utf8.count <= 2000,
      text.utf8.allSatisfy(isInLink)
    else { return nil }
    return Redaction.masked(MarkdownText.printable(text))
  }

  /// Whether a byte may stand in a link: no white space, no control character, and nothing that ends
  /// a link in HTML or Markdown.
  private static func isInLink(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "`"),
      UInt8(ascii: "\\"):
      false
    default: true
    }
  }
}
