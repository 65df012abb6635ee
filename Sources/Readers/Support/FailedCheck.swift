internal import Findings
internal import Syntax

extension Finding {
  /// The finding of a check that a resource, or the file it is in, fails.
  ///
  /// Rule, texts and places are as the scanner gives them: they are cleaned here, and paths
  /// normalised.
  /// - Parameters:
  ///   - rule: The check.
  ///   - word: The severity in the scanner's word.
  ///   - severity: What the word means, where it is not what it usually does.
  ///   - title: What is wrong, on one line.
  ///   - message: What is said of this very place beside the title.
  ///   - location: The file, the lines and the resource, as far as they are known.
  ///   - snippet: A digest of what else tells two findings in one place apart.
  ///   - fingerprint: The scanner's own.
  ///   - identifiers: The names the check is known by.
  /// - Returns: The finding, its identity that of a resource.
  static func check(
    _ rule: Rule,
    severity word: String?,
    meaning severity: Severity? = nil,
    title: String,
    message: String? = nil,
    at location: Location,
    snippet: UInt64? = nil,
    fingerprint: String? = nil,
    identifiers: [Identifier] = []
  ) -> Finding {
    let path = PathNormalisation.normalised(location.path ?? "")
    var location = location
    location.path = path.isEmpty ? nil : MarkdownText.path(path)
    location.line = location.line.flatMap { $0 > 0 ? $0 : nil }
    location.logical = location.logical.flatMap { $0.isEmpty ? nil : MarkdownText.line($0) }
    location.resource = location.resource.flatMap { $0.isEmpty ? nil : MarkdownText.line($0) }
    let id = MarkdownText.line(rule.id)
    return Finding(
      rule: Rule(
        id: id,
        name: MarkdownText.line(rule.name),
        description: MarkdownText.clean(rule.description),
        remediation: MarkdownText.clean(rule.remediation),
        references: rule.references
      ),
      severity: severity ?? word.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: word,
      title: MarkdownText.line(title),
      message: MarkdownText.clean(message),
      location: location,
      identity: .resource(
        rule: id,
        address: location.resource,
        at: Place(
          path: path,
          line: location.line,
          logical: location.logical,
          snippet: snippet,
          fingerprint: Redaction.harmless(fingerprint)
        )
      ),
      identifiers: identifiers
    )
  }
}

extension MarkdownText {
  /// What a check of a name expected and what it found, as far as either is given.
  static func expectation(of rule: String, _ expected: JSON, found: JSON) -> String {
    let parts = [("Expected", expected), ("Found", found)]
    return parts.compactMap { name, value in
      value.nonEmpty.map { "\(name): \(CredentialRules.message($0, of: rule))" }
    }
    .joined(separator: "\n\n")
  }
}
