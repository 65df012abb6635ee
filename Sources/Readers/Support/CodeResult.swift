internal import Findings

/// What a code scanner reports of one place: a rule, and the code that breaks it.
///
/// It makes the finding, so that a credential which the code quotes leaves the reader only as a
/// keyed digest.
struct CodeResult {
  var rule: Rule
  /// The scanner's own word for the severity, and what it means.
  var severity: (Severity, word: String?)
  var title: String
  var message: String?
  var location: Location
  /// The code, as the report quotes it.
  var code: String?
  /// The scanner's own fingerprint, to be tested with the whole report.
  var fingerprint: String?
  var names = IdentifierSet()
  var suppression: Suppression?

  init(_ rule: Rule, _ severity: (Severity, word: String?), title: String, at location: Location) {
    self.rule = rule
    self.severity = severity
    self.title = title
    self.location = location
  }

  /// The finding, its texts cleaned.
  func finding(_ digests: SecretDigest) -> Finding {
    let names = names.sorted
    let isCredential = CredentialRules.isCredential("\(rule.id) \(rule.name)", names)
    // A rule's name quotes nothing.
    let title = isCredential && title != rule.name ? masked(title) : title
    var location = location
    location.path = location.path.map { PathNormalisation.normalised($0) }
    let path = location.path ?? ""
    location.path = location.path.map { MarkdownText.path($0) }
    location.logical = location.logical.map { MarkdownText.line($0, limit: 1000) }
    var place = Place(path: path, line: location.line, logical: location.logical)
    place.fingerprint = Redaction.harmless(fingerprint).flatMap {
      FingerprintTest.isPlaceholder($0) ? nil : $0
    }
    place.snippet = code.flatMap {
      isCredential ? SnippetDigest.of($0, keyedBy: digests) : SnippetDigest.of($0)
    }
    var finding = Finding(
      rule: cleaned(rule),
      severity: severity.0,
      scannerSeverity: severity.word.map { MarkdownText.line($0, limit: 60) },
      title: MarkdownText.line(title),
      message: MarkdownText.clean(isCredential ? message.map(masked) : message),
      location: location,
      identity: .code(rule: MarkdownText.line(rule.id), at: place),
      identifiers: names,
      suppression: suppression
    )
    if finding.message == finding.title { finding.message = nil }
    return finding
  }

  /// A text that may quote the credential.
  private func masked(_ text: String) -> String {
    guard let code, !code.isEmpty else { return Redaction.masked(credentialMessage: text) }
    let hidden = Redaction(hiding: [code] + Redaction.quoted(in: code))(text)
    return Redaction(valuesIn: text)(hidden)
  }

  private func cleaned(_ rule: Rule) -> Rule {
    Rule(
      id: MarkdownText.line(rule.id),
      name: MarkdownText.line(rule.name),
      description: MarkdownText.clean(rule.description),
      remediation: MarkdownText.clean(rule.remediation),
      references: Links.among(rule.references)
    )
  }
}

extension Severity {
  /// The severity that a scanner's word means in the usual sense, with the word.
  static func usual(_ word: String?) -> (Severity, word: String?) {
    (word.map { Severity(word: $0) } ?? .unknown, word)
  }
}

extension Reading {
  /// Keeps the scanner's own fingerprints only if, taken together, they are some.
  mutating func testFingerprints() {
    FingerprintTest.apply(to: &findings[...])
  }
}
