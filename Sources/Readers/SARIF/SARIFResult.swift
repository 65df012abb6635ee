internal import Findings
internal import Syntax

/// One result of a run (SARIF §3.27).
struct SARIFResult {
  /// What a result says of its check.
  enum Kind {
    case fail
    case pass
    /// A human has to look.
    case review
    case other
  }

  let result: JSON
  let run: SARIFRun
  let rule: SARIFRule
  private let location: Location
  let snippet: JSON?

  /// A result and what it refers to; throws where it cannot be told what it is about.
  init(_ result: JSON, in run: SARIFRun) throws(SyntaxError) {
    self.result = result
    self.run = run
    rule = try run.rules.rule(of: result)
    let place = try run.locations.first(of: result)
    location = place?.location ?? Location()
    snippet = place?.snippet
  }

  /// Whether a result is a finding; a baseline's absent results are none.
  static func kind(of result: JSON) throws(SyntaxError) -> Kind {
    _ = try result.asObject()
    if result["baselineState"].equals("absent") { return .other }
    let kind = result["kind"]
    guard kind.exists else { return .fail }
    if kind.equals("pass") { return .pass }
    if kind.equals("review") || kind.equals("open") { return .review }
    return kind.equals("notApplicable") || kind.equals("informational") ? .other : .fail
  }

  /// The finding, recognised by what its category is recognised by.
  func finding(fingerprint key: SARIFFingerprints.Key?) -> Finding {
    let fingerprint = SARIFFingerprints.value(key, of: result)
    let text = SARIFMessage.text(of: result["message"], rule)
    var finding =
      rule.isSecret
      ? secret(text, fingerprint) : weakness(text, fingerprint)
    finding.suppression = suppression
    finding.occurrences = max(1, result["occurrenceCount"].int ?? 1)
    return finding
  }

  private func secret(_ text: String?, _ fingerprint: String?) -> Finding {
    let (severity, word) = severity
    return LeakedSecret(value: snippet?.string, context: snippet?.string).finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: rule.title ?? rule.rule.name,
      location: location,
      identifiers: identifiers,
      fingerprint: fingerprint,
      run.digests
    )
  }

  private func weakness(_ text: String?, _ fingerprint: String?) -> Finding {
    let (severity, word) = severity
    var message = text.flatMap { hidden($0) }
    let title = rule.title ?? message.map { MarkdownText.line($0.firstSentence) } ?? rule.rule.name
    if message == title { message = nil }
    var location = location
    location.package =
      rule.package
      ?? text.flatMap {
        rule.describesPackages ? SARIFPackage.package(inMessage: $0) : nil
      }
    if location.package != nil {
      // A package is no place in a text: such results say line 1 for want of another.
      location.line = nil
      location.endLine = nil
      location.column = nil
    }
    return Finding(
      rule: rule.rule,
      severity: severity,
      scannerSeverity: word,
      title: title,
      message: message,
      location: location,
      identity: identity(at: location, fingerprint),
      identifiers: identifiers
    )
  }

  /// A message, without what it quotes if it is about a credential.
  private func hidden(_ text: String) -> String? {
    rule.isCredential
      ? Redaction.masked(credentialMessage: text, about: snippet?.nonEmpty)
      : MarkdownText.clean(text)
  }
}
