internal import Findings
internal import Syntax

/// One issue in Code Climate's layout, which GitLab reads as code quality.
struct CodeClimateIssue {
  private let entry: JSON

  init(_ entry: JSON) throws(SyntaxError) {
    self.entry = try entry.asObject()
  }

  /// Whether an entry has what every issue has: a description, a severity or check, and a place.
  static func isIssue(_ entry: JSON) -> Bool {
    entry["description"].exists && entry["location"]["path"].exists
      && (entry["check_name"].exists || entry["fingerprint"].exists)
      && (entry["location"]["lines"].exists || entry["location"]["positions"].exists)
  }

  /// The finding, in the recipe for code.
  func finding() throws(SyntaxError) -> Finding {
    let said = try entry.requiredString("description")
    let check = try entry.optionalString("check_name")
    let text = MarkdownText.line(CredentialRules.message(said, of: check ?? ""))
    let rule = check.map { MarkdownText.line($0) } ?? text
    let body = entry["content"]["body"].string
    let isCredential = CredentialRules.isCredential(rule, [])
    let severity = try entry.optionalString("severity")
    let place = try entry.requiredObject("location")
    let path = PathNormalisation.normalised(try place.requiredString("path"))
    let location = Location(
      path: MarkdownText.path(path),
      line: Self.line(place, "begin"),
      endLine: Self.line(place, "end"),
      column: place["positions"]["begin"]["column"].int
    )
    return Finding(
      rule: Rule(
        id: rule,
        references: Links.among([entry["url"].string].compactMap { $0 })
      ),
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: text,
      message: MarkdownText.clean(
        body,
        hiding: isCredential ? Redaction(valuesIn: body ?? "") : Redaction()
      ),
      location: location,
      identity: .code(
        rule: rule,
        at: Place(
          path: path,
          line: location.line,
          snippet: SnippetDigest.of(text),
          fingerprint: Redaction.harmless(entry["fingerprint"].nonEmpty)
        )
      )
    )
  }

  /// A number, or an object with one.
  private static func line(_ place: JSON, _ end: String) -> Int? {
    let lines = place["lines"][member: end]
    let line = lines.int ?? lines["line"].int ?? place["positions"][member: end]["line"].int
    return line.flatMap { $0 > 0 ? $0 : nil }
  }
}
