internal import Findings

/// What a dynamic test reports: a rule, and the request that broke it.
struct WebAlert: DynamicResult {
  var rule: Rule
  var severity: (Severity, word: String?)
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

  /// The finding: its URL without the values of its parameters.
  var finding: Finding {
    let endpoint = EndpointURL(url)
    var location = Location()
    location.url = endpoint.display
    location.method = method.flatMap { MarkdownText.line($0, limit: 20).nonEmpty }
    location.parameter = parameter.flatMap { MarkdownText.line($0, limit: 200).nonEmpty }
    return finding(at: location, template: endpoint.template, url: endpoint.display)
  }
}
