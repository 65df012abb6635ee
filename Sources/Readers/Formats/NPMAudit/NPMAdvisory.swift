internal import Findings
internal import Syntax

/// What npm says of one advisory for one package, in either version of its report.
struct NPMAdvisory {
  private let id: String
  private let package: Package
  private let title: String
  private let severity: String
  private let names: IdentifierSet
  private let rating: CVSS?
  private let description: String?
  private let remediation: String?
  private let references: [String]
  private let message: String?

  /// An advisory among the `via` of a package (npm 7).
  init(version2 via: JSON, of name: String, fix: JSON) throws(SyntaxError) {
    let number = try via.asObject()["source"].text
    title = try via.requiredString("title")
    severity = try via.requiredString("severity")
    var names = IdentifierSet(try via.optionalString("url").map { [$0] } ?? [])
    id = try Self.id(names, number, via)
    package = Package(ecosystem: "npm", name: try via.optionalString("name") ?? name)
    for weakness in via["cwe"].string.map({ [$0] }) ?? via["cwe"].strings {
      names.add(cwe: weakness)
    }
    self.names = names
    rating = Self.rating(via["cvss"])
    description = via["range"].nonEmpty.map { "Affected versions: `\($0)`" }
    remediation = nil
    references = Links.among(via["url"])
    message = Self.message(of: fix)
  }

  /// An advisory (npm 6) for one of the versions it found installed.
  init(version1 advisory: JSON, installed: JSON?) throws(SyntaxError) {
    title = try advisory.requiredString("title")
    severity = try advisory.requiredString("severity")
    let name = try advisory.requiredString("module_name")
    var names = IdentifierSet(advisory["cves"].strings)
    for link in [advisory["github_advisory_id"], advisory["url"]] {
      if let text = link.string { names.add(text) }
    }
    id = try Self.id(names, advisory["id"].text, advisory)
    let fixed = advisory["patched_versions"].nonEmpty.map { MarkdownText.line($0) }
    package = Package(
      ecosystem: "npm",
      name: name,
      version: try installed?.optionalString("version"),
      fixedIn: fixed == "<0.0.0" ? nil : fixed
    )
    // Yarn has the list as a text: `["CWE-79"]`.
    names.add(mentionedIn: advisory["cwe"].string)
    for weakness in advisory["cwe"].strings { names.add(cwe: weakness) }
    self.names = names
    rating = Self.rating(advisory["cvss"])
    description = advisory["overview"].string
    remediation = advisory["recommendation"].string
    references = Links.among([advisory["url"].string ?? "", advisory["references"].string ?? ""])
    message = installed.flatMap { Self.message(ofPaths: $0["paths"].strings) }
  }

  /// The finding; npm does not name the lock file.
  var finding: Finding {
    var location = Location()
    location.package = package
    return Finding(
      rule: Rule(
        id: id,
        name: MarkdownText.line(title),
        description: MarkdownText.clean(description),
        remediation: MarkdownText.clean(remediation),
        references: references
      ),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: MarkdownText.line(title),
      message: MarkdownText.clean(message),
      location: location,
      identity: .dependency(advisory: names.advisory ?? id, package: package, manifest: ""),
      identifiers: names.sorted,
      cvss: rating
    )
  }

  /// npm writes a score of 0 where it knows none.
  private static func rating(_ cvss: JSON) -> CVSS? {
    guard let score = cvss["score"].double, score > 0 else { return nil }
    var ratings = CVSSRatings()
    ratings.add(score: score, vector: cvss["vectorString"].string)
    return ratings.best
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
