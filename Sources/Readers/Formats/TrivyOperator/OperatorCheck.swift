internal import Findings
internal import Syntax

/// A failed check of a workload's configuration.
struct OperatorCheck {
  let rule: Rule
  /// The scanner's word; nil where it gives none.
  let severity: String?
  private let message: String?

  /// The check of an entry; nil for one that passed.
  init?(_ entry: JSON) throws(SyntaxError) {
    guard let success = try entry.asObject()["success"].bool else {
      throw entry.error("expected `success` to be true or false")
    }
    if success { return nil }
    let title = entry["title"].nonEmpty.map { MarkdownText.line($0) }
    // Some checks of users have no number.
    guard let id = entry["checkID"].nonEmpty.map({ MarkdownText.line($0) }) ?? title else {
      throw entry.error("expected a check with a number or a title")
    }
    rule = Rule(
      id: id,
      name: title,
      description: MarkdownText.clean(entry["description"].string),
      remediation: MarkdownText.clean(entry["remediation"].string)
    )
    severity = try entry.optionalString("severity").flatMap { $0.isEmpty ? nil : $0 }
    message = MarkdownText.clean(entry["messages"].strings.joined(separator: "\n\n"))
  }

  /// The finding of the check at a place.
  func finding(
    severity: String?,
    location: Location,
    identity: Identity,
    identifiers: IdentifierSet = IdentifierSet()
  ) -> Finding {
    var identifiers = identifiers
    if rule.id.hasPrefix("AVD-") { identifiers.add(rule.id) }
    return Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: rule.name,
      message: message,
      location: location,
      identity: identity,
      identifiers: identifiers.sorted
    )
  }
}
