extension IdentifierSet {
  /// The CVE, GHSA and CWE numbers that a text mentions.
  init(mentionedIn text: String?) {
    self.init()
    add(mentionedIn: text)
  }

  /// Adds the CVE, GHSA and CWE numbers that a text mentions.
  mutating func add(mentionedIn text: String?) {
    guard let text, text.holds("CVE-") || text.holds("GHSA-") || text.holds("CWE-") else { return }
    for word in text.utf8.split(whereSeparator: { !Self.isNumberPart($0) })
    where Self.prefixes.contains(where: { word.starts(with: $0.utf8) }) {
      add(String(Substring(word)))
    }
  }

  private static let prefixes = ["CVE-", "GHSA-", "CWE-"]

  private static func isNumberPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte != UInt8(ascii: "_") && ByteClass.isWord(byte)
  }
}
