internal import Findings
internal import Syntax

/// One result of `semgrep scan`.
struct SemgrepResult {
  private let result: JSON
  let extra: JSON
  let rule: SemgrepRule
  let path: String
  /// The matched lines; nil where Semgrep withholds them (`requires login`).
  let lines: JSON?

  /// A result with its rule and path; throws where it lacks one.
  init(_ result: JSON, _ rules: SemgrepRules) throws(SyntaxError) {
    self.result = try result.asObject()
    rule = try rules.rule(of: result)
    extra = try result.requiredObject("extra")
    path = MarkdownText.path(PathNormalisation.normalised(try result.requiredString("path")))
    let lines = extra["lines"]
    self.lines = lines.equals("requires login") ? nil : lines
  }

  /// The finding, recognised by what its product is recognised by.
  func finding(_ digests: SecretDigest) throws(SyntaxError) -> Finding {
    let word = try extra.optionalString("severity")
    let severity = word.map(Self.severity) ?? .unknown
    let location = Location(
      path: path,
      line: result["start"]["line"].int,
      endLine: result["end"]["line"].int,
      column: result["start"]["col"].int
    )
    var finding =
      switch rule.product {
      case .secrets: secret(severity, word, location, digests)
      default: weakness(severity, word, location, digests)
      }
    if extra["is_ignored"].bool == true { finding.suppression = Suppression() }
    return finding
  }

  /// Semgrep's own equivalence: ERROR is high, WARNING medium, INFO low.
  static func severity(_ word: String) -> Severity {
    switch word.uppercased() {
    case "INFO": .low
    case "INVENTORY", "EXPERIMENT": .info
    default: Severity(word: word)
    }
  }

  private func weakness(
    _ severity: Severity,
    _ word: String?,
    _ location: Location,
    _ digests: SecretDigest
  ) -> Finding {
    let text = extra["message"].nonEmpty ?? rule.rule.name
    let message = hidden(text)
    let title = MarkdownText.line((message ?? rule.rule.name).firstSentence)
    var location = location
    location.package = package
    return Finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: title,
      message: message == title ? nil : message,
      location: location,
      identity: identity(location, digests),
      identifiers: rule.identifiers
    )
  }

  /// A message, without what it quotes if it is about a credential.
  private func hidden(_ text: String) -> String? {
    rule.isCredential
      ? Redaction.masked(credentialMessage: text, about: lines?.nonEmpty)
      : MarkdownText.clean(text)
  }

  private func secret(
    _ severity: Severity,
    _ word: String?,
    _ location: Location,
    _ digests: SecretDigest
  ) -> Finding {
    let text = Redaction.masked(credentialMessage: extra["message"].nonEmpty ?? rule.rule.name)
    var location = location
    location.commit = extra["historical_info"]["git_commit"].nonEmpty
    return LeakedSecret(value: lines?.string, context: lines?.string).finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: text.firstSentence,
      location: location,
      identifiers: rule.identifiers,
      fingerprint: fingerprint,
      digests
    )
  }
}
