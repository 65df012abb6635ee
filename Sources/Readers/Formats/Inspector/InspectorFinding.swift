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
    let image = place["details"]["awsEcrContainerImage"]
    let tag = image["imageTags"][0].string.map { ":\($0)" } ?? ""
    resource = CloudResource(
      account: try entry.requiredString("awsAccountId"),
      region: place["region"].string ?? "",
      id: try place.requiredString("id"),
      image: image["repositoryName"].string.map { $0 + tag }
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
      let packages = Array(details["vulnerablePackages"].elements)
      let package = packages.first
      let release = package?["release"].nonEmpty.map { "-\($0)" } ?? ""
      let fixes = packages.compactMap { $0["fixedInVersion"].nonEmpty }
      var vulnerability = PackageVulnerability(
        try details.requiredString("vulnerabilityId"),
        of: Package(
          Set(packages.compactMap { $0["name"].string }).sorted().joined(separator: ", "),
          in: package?["packageManager"].string,
          version: package?["version"].nonEmpty.map { $0 + release },
          fixedIn: Set(fixes).sorted().joined(separator: ", ")
        ),
        severity: severity
      )
      for name in details["relatedVulnerabilities"].strings { vulnerability.names.add(name) }
      for weakness in details["cwes"].strings { vulnerability.names.add(cwe: weakness) }
      for rating in details["cvss"].elements {
        vulnerability.ratings.add(
          score: rating["baseScore"].double,
          vector: rating["scoringVector"].string,
          version: rating["version"].string.flatMap(Double.init)
        )
      }
      vulnerability.title = title
      vulnerability.description = entry["description"].string
      vulnerability.remediation = package?["remediation"].nonEmpty
      vulnerability.links = [details["sourceUrl"].string ?? ""] + details["referenceUrls"].strings
      vulnerability.path = package?["filePath"].nonEmpty
      return vulnerability
    }
  }
}
