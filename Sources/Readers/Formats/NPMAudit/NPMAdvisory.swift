internal import Findings
internal import Syntax

/// What npm says of one advisory for one package, in either version of its report.
///
/// It does not name the lock file.
struct NPMAdvisory {
  private var vulnerability: PackageVulnerability

  /// An advisory among the `via` of a package (npm 7).
  init(version2 via: JSON, of name: String, fix: JSON) throws(SyntaxError) {
    let number = try via.asObject()["source"].text
    let title = try via.requiredString("title")
    let names = IdentifierSet(try via.optionalString("url").map { [$0] } ?? [])
    vulnerability = PackageVulnerability(
      try Self.id(names, number, via),
      of: Package(ecosystem: "npm", name: try via.optionalString("name") ?? name),
      severity: try via.requiredString("severity")
    )
    vulnerability.names = names
    vulnerability.description = via["range"].nonEmpty.map { "Affected versions: `\($0)`" }
    vulnerability.links = [via["url"].string ?? ""]
    vulnerability.message = Self.message(of: fix)
    vulnerability.title = title
    addFacts(of: via)
  }

  /// An advisory (npm 6) for one of the versions it found installed.
  init(version1 advisory: JSON, installed: JSON?) throws(SyntaxError) {
    let title = try advisory.requiredString("title")
    var names = IdentifierSet(advisory["cves"].strings)
    for link in [advisory["github_advisory_id"], advisory["url"]] {
      if let text = link.string { names.add(text) }
    }
    let fixed = advisory["patched_versions"].nonEmpty
    vulnerability = PackageVulnerability(
      try Self.id(names, advisory["id"].text, advisory),
      of: Package(
        ecosystem: "npm",
        name: try advisory.requiredString("module_name"),
        version: try installed?.optionalString("version"),
        fixedIn: fixed == "<0.0.0" ? nil : fixed
      ),
      severity: try advisory.requiredString("severity")
    )
    vulnerability.names = names
    vulnerability.description = advisory["overview"].string
    vulnerability.remediation = advisory["recommendation"].string
    vulnerability.links = [advisory["url"].string ?? "", advisory["references"].string ?? ""]
    vulnerability.message = installed.flatMap { Self.message(ofPaths: $0["paths"].strings) }
    vulnerability.title = title
    addFacts(of: advisory)
  }

  /// The finding.
  var finding: Finding { vulnerability.finding }

  /// Adds what both versions say; npm writes a score of 0 where it knows none.
  private mutating func addFacts(of advisory: JSON) {
    // Yarn has the list as a text: `["CWE-79"]`.
    vulnerability.names.add(mentionedIn: advisory["cwe"].string)
    for weakness in advisory["cwe"].strings { vulnerability.names.add(cwe: weakness) }
    let rating = advisory["cvss"]
    guard let score = rating["score"].double, score > 0 else { return }
    vulnerability.ratings.add(score: score, vector: rating["vectorString"].string)
  }

  /// The name of GitHub's advisory, else npm's own number.
  private static func id(
    _ names: IdentifierSet,
    _ number: String?,
    _ entry: JSON
  ) throws(SyntaxError) -> String {
    if let ghsa = names.sorted.first(where: { $0.kind == .ghsa }) { return ghsa.value }
    guard let number else { throw entry.error("expected an advisory's number or link") }
    return "npm-\(number)"
  }

  private static func message(of fix: JSON) -> String? {
    if let name = fix["name"].string {
      let breaking = fix["isSemVerMajor"].bool == true ? ", a breaking change" : ""
      return "Fixed by `\(name)` \(fix["version"].string ?? "")\(breaking)."
    }
    return fix.bool.map { $0 ? "`npm audit fix` fixes it." : "No fix is available." }
  }

  private static func message(ofPaths paths: [String]) -> String? {
    guard let first = paths.first else { return nil }
    let way = first.split(separator: ">").joined(separator: " → ")
    let rest = paths.count > 1 ? ", and \(paths.count - 1) other ways" : ""
    return "Installed through \(way)\(rest)."
  }
}
