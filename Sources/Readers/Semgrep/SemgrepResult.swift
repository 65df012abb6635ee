internal import Findings
internal import Syntax

/// One result of `semgrep scan`.
struct SemgrepResult {
  private let result: JSON
  private let extra: JSON
  private let rule: SemgrepRule
  private let path: String
  /// The matched lines; nil where Semgrep withholds them (`requires login`).
  private let lines: JSON?

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
    let message = rule.isCredential ? credential(text) : MarkdownText.clean(text)
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

  private func identity(_ location: Location, _ digests: SecretDigest) -> Identity {
    if let package = location.package {
      let advisory = IdentifierSet.advisory(among: rule.identifiers) ?? rule.rule.id
      return .dependency(advisory: advisory, package: package, manifest: path)
    }
    let snippet =
      rule.isCredential
      ? lines?.string.flatMap { SnippetDigest.of($0, keyedBy: digests) }
      : lines.flatMap { SnippetDigest.of($0) }
    let place = Place(
      path: path,
      line: location.line,
      snippet: snippet,
      fingerprint: fingerprint
    )
    return .code(rule: rule.rule.id, at: place)
  }

  private var fingerprint: String? {
    guard let value = extra["fingerprint"].string, value.utf8.count <= 500,
      !FingerprintTest.isPlaceholder(value)
    else { return nil }
    return Redaction.harmless(value)
  }

  private var package: Package? {
    let found = extra["sca_info"]["dependency_match"]["found_dependency"]
    guard let name = found["package"].nonEmpty else { return nil }
    return Package(
      ecosystem: found["ecosystem"].string ?? "",
      name: MarkdownText.line(name),
      version: found["version"].nonEmpty.map { MarkdownText.line($0, limit: 100) }
    )
  }

  private func credential(_ text: String) -> String? {
    guard let code = lines?.nonEmpty else {
      return MarkdownText.clean(Redaction.masked(credentialMessage: text))
    }
    return Redaction.masked(credentialMessage: text, about: code)
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
