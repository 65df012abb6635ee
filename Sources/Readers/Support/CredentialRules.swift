internal import Findings

/// Rules of code scanners that look for credentials: what they quote is a secret.
enum CredentialRules {
  /// Whether a rule is one, told by its name or its CWE (hard-coded credentials and keys).
  static func isCredential(_ rule: String, _ identifiers: some Sequence<Identifier>) -> Bool {
    if identifiers.contains(where: { weaknesses.contains($0.value) }) { return true }
    let name = rule.lowercased()
    return words.contains { name.holds($0) }
  }

  /// A message of a rule, named by its id or in words; masked if the rule is one.
  static func message(_ text: String, of rule: String) -> String {
    let isCredential = isCredential(rule.exchanging(" ", for: "-"), [])
    return isCredential ? Redaction.masked(credentialMessage: text) : text
  }

  private static let weaknesses: Set<String> = [
    "CWE-259", "CWE-321", "CWE-522", "CWE-540", "CWE-547", "CWE-615", "CWE-798",
  ]

  private static let words: [StaticString] = [
    "password", "passwd", "secret", "credential", "api-key", "apikey", "api_key", "private-key",
    "private_key", "access-key", "access_key", "hardcoded-token", "hardcoded_token", "auth-token",
  ]
}

extension Redaction {
  /// Hides what a line of code gives away: its quoted texts, and what is assigned.
  init(valuesIn snippet: String) {
    self.init(hiding: Self.quoted(in: snippet))
  }

  /// The quoted texts of some code, and what is assigned in it.
  static func quoted(in snippet: String) -> [String] {
    var values = quotedTexts(in: snippet)
    for line in snippet.unicodeScalars.split(whereSeparator: \.isLineEnd) {
      guard let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
      let value = line[line.index(after: sign)...].drop { $0 == " " || $0 == "=" }
      values.append(String(value.prefix { !$0.isSpace && $0 != ";" && $0 != "," }))
    }
    return values
  }

  private static func quotedTexts(in text: String) -> [String] {
    var values: [String] = []
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: { $0 == "\"" || $0 == "'" || $0 == "`" }) {
      let inner = rest[rest.index(after: start)...]
      let quote = rest[start]
      guard let end = inner.firstIndex(of: quote) else { break }
      values.append(String(inner[..<end]))
      rest = inner[inner.index(after: end)...]
    }
    return values
  }

  /// A message of a credential rule and the code it is about: what either quotes is masked.
  ///
  /// Where the code is not known, so is every word of the message that may be a value.
  static func masked(credentialMessage text: String, about code: String?) -> String? {
    guard let code else { return MarkdownText.clean(masked(credentialMessage: text)) }
    return MarkdownText.clean(
      text,
      hiding: Redaction(hiding: quoted(in: code) + quotedTexts(in: text))
    )
  }

  /// A message of a credential rule whose code is not known: quoted texts and every word that is not
  /// made of letters alone are masked.
  static func masked(credentialMessage text: String) -> String {
    let hidden = Redaction(valuesIn: text)(text)
    return hidden.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let core = word.drop { "([{\"'`".contains($0) }
      let letters = core.prefix { $0.isLetter }
      let isPlain = core[letters.endIndex...].allSatisfy { ".,:;!?)]}\"'`".contains($0) }
      let isKnown = word.hasPrefix("CWE-") || core.lowercased().hasPrefix("hard-coded")
      return isPlain || isKnown || word.contains(mask) ? String(word) : mask
    }.joined(separator: " ")
  }
}
