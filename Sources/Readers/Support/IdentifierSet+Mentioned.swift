extension IdentifierSet {
  /// The CVE, GHSA and CWE numbers that a text mentions.
  init(mentionedIn text: String?) {
    self.init()
    add(mentionedIn: text)
  }

  /// Adds the CVE, GHSA and CWE numbers that a text mentions.
  mutating func add(mentionedIn text: String?) {
    guard let text, text.contains("-") else { return }
    for word in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "-") })
    where ["CVE-", "GHSA-", "CWE-"].contains(where: word.hasPrefix) {
      add(String(word))
    }
  }
}
