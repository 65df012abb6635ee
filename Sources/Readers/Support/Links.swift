internal import Syntax

/// Links that are safe to follow: `http` and `https` only.
enum Links {
  /// The links among texts, in their order, each once, at most 50.
  static func among(_ texts: some Sequence<String>) -> [String] {
    var links: [String] = []
    for text in texts {
      for word in text.split(whereSeparator: { $0.isWhitespace }) {
        guard links.count < 50 else { return links }
        if let link = link(String(word)), !links.contains(link) { links.append(link) }
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
    ["http://", "https://", "HTTP://", "HTTPS://"].contains { text.hasPrefix($0) }
  }

  /// The text, if it is a link of at most 2,000 bytes; a password in it is masked.
  static func link(_ text: String) -> String? {
    guard isWeb(text), text.utf8.count > 10, text.utf8.count <= 2000,
      !text.unicodeScalars.contains(where: {
        $0.value <= 0x20 || "<>\"`\\".unicodeScalars.contains($0)
      })
    else { return nil }
    return Redaction.masked(MarkdownText.printable(text))
  }
}
