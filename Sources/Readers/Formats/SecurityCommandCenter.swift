internal import Findings
internal import Syntax

/// Google Cloud Security Command Center: findings of its services in an organisation or a project.
public enum SecurityCommandCenter: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "security-command-center",
    title: "Google Cloud Security Command Center findings",
    provenOn: "no real report yet; made after its API v1 and v2 (`ListFindingsResult`)",
    produce: "gcloud scc findings list organizations/ID --format json > scc.json",
    finding: """
      One active finding. Identity: category and resource, with the package or the CVE where there is \
      one. Muted findings are suppressed, inactive ones are none.
      """,
    outcome: "Partial if there is a next page.",
    precedence: 3
  )

  /// Results with a finding of a source.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return results(of: root).prefix(20).contains {
      $0["finding"]["resourceName"].string != nil && $0["finding"]["category"].string != nil
    }
  }

  /// Each active finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    let root = try report.requiredJSON()
    if root["nextPageToken"].nonEmpty != nil { reading.gaps.append("there are more pages") }
    reading.collect(results(of: root)) { result throws(SyntaxError) in try finding(result) }
    return reading
  }

  private static func results(of root: JSON) -> JSON.Elements {
    root.isArray ? root.elements : root["listFindingsResults"].elements
  }

  private static func finding(_ result: JSON) throws(SyntaxError) -> Finding? {
    let entry = try result.requiredObject("finding")
    if try entry.requiredString("state") != "ACTIVE" { return nil }
    let category = try entry.requiredString("category")
    let severity = try entry.requiredString("severity")
    let name = try entry.requiredString("resourceName")
    let facts = result["resource"]
    let project = facts["gcpMetadata"]["projectDisplayName"].nonEmpty
    let resource = CloudResource(
      account: facts["projectDisplayName"].nonEmpty ?? project ?? "",
      region: facts["location"].string ?? "",
      id: String(name.trimmingPrefix("//"))
    )
    let record = entry["vulnerability"]
    var names = IdentifierSet([record["cve"]["id"].string ?? ""])
    for requirement in entry["compliances"].elements {
      let standard =
        "\(requirement["standard"].string ?? "") \(requirement["version"].string ?? "")"
      for id in requirement["ids"].strings {
        names.add(standard.hasPrefix("cis") ? .cis : .framework, "\(standard) \(id)".uppercased())
      }
    }
    let properties = entry["sourceProperties"]
    let rule = Rule(
      id: MarkdownText.line(category),
      description: MarkdownText.clean(properties["Explanation"].string),
      remediation: MarkdownText.clean(
        entry["nextSteps"].nonEmpty ?? properties["Recommendation"].string
      ),
      references: Links.among([entry["externalUri"].string ?? ""])
    )
    var finding = resource.finding(
      rule,
      severity: Severity(word: severity),
      word: severity,
      title: category.exchanging("_", for: " ").lowercased(),
      message: entry["description"].string,
      names: names,
      suppression: entry["mute"].equals("MUTED") ? Suppression(justification: "muted") : nil
    )
    var ratings = CVSSRatings()
    ratings.add(score: record["cve"]["cvssv3"]["baseScore"].double, vector: nil, version: 3)
    finding.cvss = ratings.best
    let package = record["offendingPackage"]
    if let named = package["packageName"].nonEmpty {
      finding.location.package = Package(
        named,
        in: package["packageType"].string,
        version: package["packageVersion"].string,
        fixedIn: record["fixedPackage"]["packageVersion"].string
      )
    }
    // A resource has a category once, but for packages and CVEs.
    let more = [names.advisory, package["packageName"].nonEmpty].compactMap { $0 }
    for part in more { finding.identity.key += "\u{1F}\(part)" }
    return finding
  }
}
