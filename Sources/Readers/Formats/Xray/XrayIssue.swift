internal import Findings
internal import Syntax

/// An issue that Xray found in a component, from any of its layouts.
struct XrayIssue {
  private var vulnerability: PackageVulnerability

  /// The finding.
  var finding: Finding { vulnerability.finding }

  /// A row of a vulnerability report.
  init(row: JSON) throws(SyntaxError) {
    try self.init(
      row,
      of: XrayComponent(try row.requiredString("vulnerable_component")),
      fixedIn: row["fixed_versions"].strings
    )
    let artifact = XrayComponent(row["impacted_artifact"].string ?? "")
    if artifact.type == "docker" { vulnerability.image = artifact.reference }
    vulnerability.path = row["path"].nonEmpty
  }

  /// An entry of a list of violations.
  init(violation entry: JSON) throws(SyntaxError) {
    let versions = try entry.requiredObject("component_versions")
    let details = versions["more_details"]
    let name = try entry.requiredString("component")
    try self.init(
      entry,
      of: XrayComponent(entry["source_comp_id"].string ?? name),
      fixedIn: versions["fixed_versions"].strings,
      cves: details["cves"]
    )
    vulnerability.description = details["description"].nonEmpty ?? entry["summary"].string
  }

  /// An issue in the summary of an artifact, which names components only by their paths.
  init(_ issue: JSON, of general: JSON) throws(SyntaxError) {
    let name = try general.requiredString("component_id")
    try self.init(issue, of: XrayComponent(name), fixedIn: [])
    if general["pkg_type"].equals("Docker") { vulnerability.image = name }
    vulnerability.path = issue["impact_path"][0].nonEmpty ?? general["path"].nonEmpty
  }

  /// An issue of one of the components that an on-demand scan lists under it.
  init(_ issue: JSON, of component: String, _ facts: JSON) throws(SyntaxError) {
    let fixes = try facts.asObject()["fixed_versions"].strings
    try self.init(issue, of: XrayComponent(component), fixedIn: fixes)
  }

  private init(
    _ entry: JSON,
    of component: XrayComponent,
    fixedIn fixes: [String],
    cves: JSON? = nil
  ) throws(SyntaxError) {
    let list = Array((cves ?? entry["cves"]).elements)
    let names = list.compactMap { $0["cve"].nonEmpty }
    let summary = try entry.requiredString("summary")
    let id = entry["issue_id"].nonEmpty ?? entry["id"].nonEmpty ?? names.first ?? summary
    vulnerability = PackageVulnerability(
      id,
      of: Package(
        component.name,
        in: component.type,
        version: component.version,
        fixedIn: fixes.joined(separator: ", ")
      ),
      severity: try entry.requiredString("severity")
    )
    for name in names { vulnerability.names.add(name) }
    for cve in list {
      for weakness in cve["cwe"].strings { vulnerability.names.add(cwe: weakness) }
      rate(cve)
    }
    vulnerability.title = summary.firstSentence
    vulnerability.description = entry["description"].nonEmpty ?? summary
    vulnerability.links = entry["references"].strings
  }

  /// A score and a vector each by themselves, or joined: `7.5/CVSS:3.0/AV:N/…`.
  private mutating func rate(_ cve: JSON) {
    for (joined, score, vector, version) in [
      ("cvss_v3", "cvss_v3_score", "cvss_v3_vector", 3.0),
      ("cvss_v2", "cvss_v2_score", "cvss_v2_vector", 2),
    ] {
      let parts = (cve[member: joined].string ?? "").split(separator: "/", maxSplits: 1)
      vulnerability.ratings.add(
        score: cve[member: score].double ?? parts.first.flatMap { Double($0) },
        vector: cve[member: vector].string ?? parts.dropFirst().first.map(String.init),
        version: version
      )
    }
  }
}
