internal import Findings
internal import Syntax

/// One failure of a test case, taken apart as its tool put it together.
struct JUnitCase {
  /// The case's name and class, which hold several facts each.
  let name: String
  let place: String
  let test: XMLElement
  let failure: XMLElement
  let suite: XMLElement

  var rule: String
  var title: String
  var severity: String?
  var location = Location()
  /// What leaked, where the tool looks for secrets.
  var leak: LeakedSecret?

  init(
    _ test: XMLElement,
    _ failure: XMLElement,
    in suite: XMLElement,
    of tool: JUnitTool
  ) throws(SyntaxError) {
    name = try test.requiredAttribute("name")
    place = test["classname"] ?? ""
    self.test = test
    self.failure = failure
    self.suite = suite
    rule = name
    title = failure["message"].flatMap { $0.isEmpty ? nil : $0 } ?? name
    switch tool {
    case .checkov: takeApartCheckov()
    case .tfsec: takeApartTfsec()
    case .trivy: takeApartTrivy()
    case .terrascan: takeApartTerrascan()
    case .cfnLint: takeApartCfnLint()
    case .conftest: takeApartConftest()
    case .kubeScore: location.resource = place
    case .gitleaks: takeApartGitleaks()
    }
  }

  /// The finding, in the recipe of what the tool looks for.
  func finding(_ digests: SecretDigest) -> Finding {
    if let leak {
      return leak.finding(
        rule: Rule(id: rule),
        severity: severity.map { Severity(word: $0) } ?? .high,
        scannerSeverity: severity,
        title: title,
        location: location,
        digests
      )
    }
    let names = IdentifierSet([rule])
    var finding = Finding.check(
      Rule(id: rule),
      severity: severity,
      title: title,
      at: location,
      snippet: SnippetDigest.of(MarkdownText.line(title)),
      identifiers: names.sorted
    )
    if let package = location.package {
      finding.identity = .dependency(
        advisory: names.advisory ?? rule,
        package: package,
        manifest: finding.identity.place.path
      )
    }
    return finding
  }
}
