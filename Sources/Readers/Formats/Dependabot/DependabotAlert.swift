internal import Findings
internal import Syntax

/// One of Dependabot's alerts, from either of GitHub's interfaces.
struct DependabotAlert {
  /// The finding; nil if it is fixed.
  let finding: Finding?

  /// An alert of the GraphQL interface.
  init(graph alert: JSON) throws(SyntaxError) {
    let record = try alert.requiredObject("securityVulnerability")
    let package = try record.requiredObject("package")
    try self.init(
      advisory: record.requiredObject("advisory"),
      of: Package(
        try package.requiredString("name"),
        in: package["ecosystem"].string,
        version: alert["vulnerableRequirements"].nonEmpty.map { String($0.trimmingPrefix("= ")) },
        fixedIn: record["firstPatchedVersion"]["identifier"].string
      ),
      severity: record.requiredString("severity"),
      in: alert.optionalString("vulnerableManifestPath"),
      state: alert.optionalString("state") ?? "OPEN",
      reason: alert["dismissReason"].nonEmpty
    )
  }

  /// An alert of the REST interface.
  init(rest alert: JSON) throws(SyntaxError) {
    let record = try alert.requiredObject("security_vulnerability")
    let package = try record.requiredObject("package")
    try self.init(
      advisory: alert.requiredObject("security_advisory"),
      of: Package(
        try package.requiredString("name"),
        in: package["ecosystem"].string,
        fixedIn: record["first_patched_version"]["identifier"].string
      ),
      severity: record.requiredString("severity"),
      in: alert["dependency"].optionalString("manifest_path"),
      state: alert.requiredString("state"),
      reason: alert["dismissed_comment"].nonEmpty ?? alert["dismissed_reason"].nonEmpty
    )
  }

  private init(
    advisory: JSON,
    of package: Package,
    severity: String,
    in manifest: String?,
    state: String,
    reason: String?
  ) throws(SyntaxError) {
    let listed = try advisory.requiredArray("identifiers").elements
      .compactMap { $0["value"].nonEmpty }
    let summary = try advisory.requiredString("summary")
    var vulnerability = PackageVulnerability(
      listed.first { $0.hasPrefix("GHSA-") } ?? listed.first ?? summary,
      of: package,
      severity: severity
    )
    for name in listed { vulnerability.names.add(name) }
    for weakness in Array(advisory["cwes"].elements) + advisory["cwes"]["nodes"].elements {
      vulnerability.names.add(cwe: weakness.either("cwe_id", "cweId").string ?? "")
    }
    let vector = advisory["cvss"].either("vectorString", "vector_string").string
    if let score = advisory["cvss"]["score"].double, score > 0 {
      vulnerability.ratings.add(score: score, vector: vector)
    }
    vulnerability.ratings.add(vector: vector)
    vulnerability.title = summary
    vulnerability.description = advisory["description"].string
    vulnerability.links = advisory["references"].elements.compactMap { $0["url"].string }
    vulnerability.path = manifest
    let state = state.lowercased()
    if state.contains("dismissed") {
      vulnerability.suppression = Suppression(justification: MarkdownText.clean(reason))
    }
    finding = state == "fixed" ? nil : vulnerability.finding
  }
}
