internal import Findings
internal import Syntax

/// One finding of Amazon Inspector.
struct InspectorFinding {
  private let entry: JSON
  private let status: String
  private let severity: String
  private let title: String
  private let resource: CloudResource

  /// A finding; its first resource is where it is.
  init(_ entry: JSON) throws(SyntaxError) {
    self.entry = entry
    status = try entry.requiredString("status")
    severity = try entry.requiredString("severity")
    title = try entry.requiredString("title")
    guard let place = try entry.requiredArray("resources").elements.first(where: \.isObject) else {
      throw entry.error("expected a resource")
    }
    resource = CloudResource(
      account: try entry.requiredString("awsAccountId"),
      region: place["region"].string ?? "",
      id: try place.requiredString("id"),
      image: CloudResource.image(amazon: place["details"])
    )
  }

  /// The finding; nil if it is closed.
  var finding: Finding? {
    get throws(SyntaxError) {
      if status == "CLOSED" { return nil }
      let isPackaged = entry["packageVulnerabilityDetails"].exists
      var finding = try isPackaged ? resource.finding(packaged) : other
      if status == "SUPPRESSED" { finding.suppression = Suppression() }
      return finding
    }
  }

  /// Of code in a function, or of a network that can be reached.
  private var other: Finding {
    let code = entry["codeVulnerabilityDetails"]
    var names = IdentifierSet()
    for weakness in code["cwes"].strings { names.add(cwe: weakness) }
    let rule = Rule(
      id: MarkdownText.line(code["detectorId"].nonEmpty ?? title),
      name: MarkdownText.line(code["detectorName"].nonEmpty ?? title),
      remediation: MarkdownText.clean(entry["remediation"]["recommendation"]["text"].string),
      references: Links.among(code["referenceUrls"].strings)
    )
    var finding = resource.finding(
      rule,
      severity: Severity(word: severity),
      word: severity,
      title: title,
      message: entry["description"].string,
      names: names
    )
    let place = code["filePath"]
    if let path = place["filePath"].nonEmpty.map(MarkdownText.path) {
      finding.location.path = path
      finding.location.line = place["startLine"].int
      finding.location.endLine = place["endLine"].int
      finding.identity.place = Place(path: path, line: place["startLine"].int)
    }
    return finding
  }

  private var packaged: PackageVulnerability {
    get throws(SyntaxError) {
      let details = try entry.requiredObject("packageVulnerabilityDetails")
      var vulnerability = PackageVulnerability(
        amazon: details,
        named: try details.requiredString("vulnerabilityId"),
        severity: severity
      )
      vulnerability.title = title
      vulnerability.description = entry["description"].string
      vulnerability.remediation = details["vulnerablePackages"][0]["remediation"].nonEmpty
      vulnerability.links.insert(details["sourceUrl"].string ?? "", at: 0)
      return vulnerability
    }
  }
}
