internal import Findings
internal import Syntax

/// One finding in the AWS Security Finding Format.
struct ASFFFinding {
  private let entry: JSON
  private let resource: CloudResource
  private let title: String
  private let word: String
  private let severity: Severity

  /// A finding of an account; its first resource is where it is.
  init(_ entry: JSON, account: String) throws(SyntaxError) {
    self.entry = entry
    title = try entry.requiredString("Title")
    let rating = try entry.requiredObject("Severity")
    if let label = rating["Label"].string {
      word = label
      severity = Severity(word: label)
    } else if let score = rating["Normalized"].double {
      word = "\(score)"
      severity = Severity(score: score / 10)
    } else {
      throw entry.error("expected a label or a normalized severity")
    }
    let resources = Array(try entry.requiredArray("Resources").elements)
    guard let first = resources.first else { throw entry.error("expected a resource") }
    resource = CloudResource(
      account: account,
      region: first["Region"].string ?? entry["Region"].string ?? "",
      id: try resources.map { resource throws(SyntaxError) in try resource.requiredString("Id") }
        .sorted().joined(separator: ", "),
      image: CloudResource.image(amazon: first["Details"])
    )
  }

  /// The finding: of a package if it tells of a vulnerable one, else of a control or a kind.
  var finding: Finding {
    let advice = entry["Remediation"]["Recommendation"]
    let links = [advice["Url"].string ?? "", entry["SourceUrl"].string ?? ""]
    if let vulnerability = entry["Vulnerabilities"].elements.first(where: { $0["Id"].string != nil }
    ) {
      return resource.finding(packaged(vulnerability, links))
    }
    let rule = Rule(
      id: MarkdownText.line(control ?? kind, limit: 300),
      name: MarkdownText.line(control == nil ? kind : title),
      description: control == nil ? nil : MarkdownText.clean(entry["Description"].string),
      remediation: MarkdownText.clean(advice["Text"].string),
      references: Links.among(links)
    )
    var names = IdentifierSet()
    for requirement in entry["Compliance"]["RelatedRequirements"].strings {
      names.add(requirement.contains("CIS") ? .cis : .framework, requirement)
    }
    let reason = entry["Compliance"]["StatusReasons"][0]["Description"].string
    return resource.finding(
      rule,
      severity: severity,
      word: word,
      title: title,
      message: control == nil ? entry["Description"].string : reason,
      names: names
    )
  }

  /// The control that was checked, by its name in all standards where there is one.
  private var control: String? {
    entry["Compliance"]["SecurityControlId"].nonEmpty ?? entry["ProductFields"]["ControlId"]
      .nonEmpty
      ?? entry["ProductFields"]["RuleId"].nonEmpty
  }

  /// What kind of finding it is: its generator, or its type where that is but a detector's ARN.
  private var kind: String {
    let generator = entry["GeneratorId"].string ?? ""
    return generator.hasPrefix("arn:") || generator.isEmpty
      ? entry["Types"][0].string ?? generator : generator
  }

  private func packaged(_ record: JSON, _ links: [String]) -> PackageVulnerability {
    var vulnerability = PackageVulnerability(
      amazon: record,
      named: record["Id"].string ?? "",
      severity: word
    )
    vulnerability.severity = severity
    for entry in entry["Vulnerabilities"].elements {
      vulnerability.names.add(entry["Id"].string ?? "")
      vulnerability.add(amazonNames: entry)
    }
    vulnerability.title = title
    vulnerability.description = entry["Description"].string
    vulnerability.remediation = entry["Remediation"]["Recommendation"]["Text"].string
    vulnerability.links = links + vulnerability.links
    return vulnerability
  }
}
