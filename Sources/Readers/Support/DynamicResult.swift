internal import Findings

/// What a scanner saw a running system do: a rule, and where it is broken, which the conforming type
/// knows.
protocol DynamicResult {
  var rule: Rule { get }
  /// What the scanner's word for the severity means, and the word.
  var severity: (Severity, word: String?) { get }
  /// The title; the rule's name where the scanner has no other.
  var title: String? { get }
  var message: String? { get }
  var names: IdentifierSet { get }
  var ratings: CVSSRatings { get }
  var suppression: Suppression? { get }
}

extension DynamicResult {
  /// The finding at a location, its texts cleaned.
  ///
  /// The template is what of the address stays the same from scan to scan: it is in the key.
  func finding(at location: Location, template: String, url: String) -> Finding {
    let title = MarkdownText.line(title ?? rule.name)
    let message = MarkdownText.clean(message)
    return Finding(
      rule: rule.cleaned,
      severity: severity.0,
      scannerSeverity: severity.word.map { MarkdownText.line($0, limit: 60) },
      title: title,
      message: message == title ? nil : message,
      location: location,
      identity: .endpoint(
        rule: MarkdownText.line(rule.id),
        method: location.method ?? "",
        template: template,
        parameter: location.parameter ?? "",
        url: url
      ),
      identifiers: names.sorted,
      cvss: ratings.best,
      suppression: suppression
    )
  }
}
