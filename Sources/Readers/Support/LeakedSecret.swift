internal import Findings

/// A secret that a scanner quotes, and what it quotes around it.
///
/// It makes the finding, so that neither leaves the reader any other way.
struct LeakedSecret {
  /// The secret; nil when the report does not hold it.
  var value: String?
  /// The line or match it stands in; nil when the report does not quote it.
  var context: String?

  /// A secret from what the report quotes; what was redacted before is no value.
  init(value: String?, context: String? = nil) {
    self.value = value.flatMap { Self.isRedacted($0) ? nil : $0 }
    self.context = context
  }

  /// How bad a leak is where the scanner states no severity: a secret that it saw working is worse
  /// than one of which it knows only that it is there.
  static func severity(works: Bool) -> Severity { works ? .critical : .high }

  /// The finding: key and texts know the secret by its digest alone.
  ///
  /// A scanner that states no severity has still found a secret: `high`.
  func finding(
    rule: Rule,
    severity: Severity = .high,
    scannerSeverity: String? = nil,
    title: String,
    message: String? = nil,
    location: Location,
    identifiers: [Identifier] = [],
    fingerprint: String? = nil,
    _ digests: SecretDigest
  ) -> Finding {
    let redact = redaction
    var rule = rule
    rule.id = Redaction.masked(redact.known(rule.id))
    rule.name = MarkdownText.line(rule.name, hiding: redact)
    rule.description = MarkdownText.clean(rule.description, hiding: redact)
    rule.remediation = MarkdownText.clean(rule.remediation, hiding: redact)
    rule.references = rule.references.map { redact($0) }
    var location = location
    location.path = location.path.map { redact.known(PathNormalisation.normalised($0)) }
    location.commit = location.commit.flatMap { $0.isEmpty ? nil : $0 }
    return Finding(
      rule: rule,
      severity: severity,
      scannerSeverity: scannerSeverity.map { Redaction.masked($0) },
      title: MarkdownText.line(title, hiding: redact),
      message: MarkdownText.clean(message, hiding: redact),
      location: location,
      identity: .secret(
        rule: rule.id,
        digest: value.map { digests($0) },
        at: Place(
          path: location.path ?? "",
          line: location.line,
          snippet: value == nil ? context.flatMap { SnippetDigest.of($0) } : nil,
          // A scanner may make it of the secret itself, or of a digest that anybody can make.
          fingerprint: fingerprint.map { digests($0) }
        )
      ),
      identifiers: identifiers
    )
  }

  /// The suppression of a leak, with the reason that people or tools give: they may quote it.
  func suppression(_ reason: String?) -> Suppression {
    Suppression(justification: MarkdownText.clean(reason, hiding: redaction))
  }

  private var redaction: Redaction {
    let quoted = context.map { Redaction.quoted(in: $0) } ?? []
    return Redaction(hiding: [value, context].compactMap { $0 } + quoted)
  }

  /// Whether a value says that it was taken out: `REDACTED`, asterisks, or a beginning and dots.
  static func isRedacted(_ value: String) -> Bool {
    let text = value.lowercased()
    return text.isEmpty || text.holds("redacted") || text.hasSuffix("...")
      || text.holds("****") || text == "[masked]"
  }
}
