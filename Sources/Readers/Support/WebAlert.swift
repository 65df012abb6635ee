internal import Findings

/// What a dynamic test reports: a rule, and the request that broke it.
struct WebAlert {
  var rule: Rule
  var severity: (Severity, word: String?)
  /// The title; the rule's name where the scanner has no other.
  var title: String?
  var message: String?
  var url: String
  var method: String?
  var parameter: String?
  var names = IdentifierSet()
  var ratings = CVSSRatings()
  var suppression: Suppression?

  init(_ rule: Rule, _ severity: (Severity, word: String?), at url: String) {
    self.rule = rule
    self.severity = severity
    self.url = url
  }

  /// The finding: its texts cleaned, its URL without the values of its parameters.
  var finding: Finding {
    let endpoint = EndpointURL(url)
    var location = Location()
    location.url = endpoint.display
    location.method = method.flatMap { MarkdownText.line($0, limit: 20).nonEmpty }
    location.parameter = parameter.flatMap { MarkdownText.line($0, limit: 200).nonEmpty }
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
        template: endpoint.template,
        parameter: location.parameter ?? "",
        url: endpoint.display
      ),
      identifiers: names.sorted,
      cvss: ratings.best,
      suppression: suppression
    )
  }
}
