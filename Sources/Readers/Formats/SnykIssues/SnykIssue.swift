internal import Findings
internal import Syntax

/// One issue as Snyk's REST interface tells of it.
struct SnykIssue {
  private let issue: JSON
  private let facts: JSON
  private let severity: String
  private let title: String

  /// An entry of the list of issues.
  init(_ issue: JSON) throws(SyntaxError) {
    self.issue = issue
    facts = try issue.requiredObject("attributes")
    title = try facts.requiredString("title")
    severity = try facts.requiredString("effective_severity_level")
  }

  /// The finding; nil if the issue is resolved.
  var finding: Finding? {
    get throws(SyntaxError) {
      if try facts.requiredString("status") == "resolved" { return nil }
      var finding = try facts.requiredString("type") == "code" ? code : package
      if facts["ignored"].bool == true { finding.suppression = Suppression() }
      return finding
    }
  }

  /// The first of the places that the issue is seen in.
  private func place(_ kind: StaticString) throws(SyntaxError) -> JSON {
    let places = facts["coordinates"].elements.flatMap { Array($0["representations"].elements) }
    guard let place = places.first(where: { $0[kind].isObject })?[kind] else {
      throw facts.error("expected a \(kind) among the coordinates")
    }
    return place
  }

  private var code: Finding {
    get throws(SyntaxError) {
      let source = try place("sourceLocation")
      let region = source["region"]
      var names = IdentifierSet()
      for entry in facts["classes"].elements { names.add(cwe: entry["id"].string ?? "") }
      var location = Location(
        path: PathNormalisation.normalised(try source.requiredString("file")),
        line: region["start"]["line"].int,
        endLine: region["end"]["line"].int,
        column: region["start"]["column"].int
      )
      location.commit = source["commit_id"].nonEmpty
      let rule = MarkdownText.line(title)
      return Finding(
        rule: Rule(id: rule),
        severity: Severity(word: severity),
        scannerSeverity: severity,
        title: rule,
        message: MarkdownText.clean(facts["description"].string),
        location: location,
        identity: .code(
          rule: rule,
          at: Place(
            path: location.path ?? "",
            line: location.line,
            fingerprint: facts["key_asset"].nonEmpty ?? facts["key"].nonEmpty
          )
        ),
        identifiers: names.sorted
      )
    }
  }

  private var package: Finding {
    get throws(SyntaxError) {
      let dependency = try place("dependency")
      var vulnerability = PackageVulnerability(
        try facts.requiredString("key"),
        of: Package(
          try dependency.requiredString("package_name"),
          in: nil,
          version: dependency["package_version"].string
        ),
        severity: severity
      )
      for entry in Array(facts["problems"].elements) + facts["classes"].elements {
        vulnerability.names.add(entry["id"].string ?? "")
        vulnerability.links.append(entry["url"].string ?? "")
      }
      for entry in facts["severities"].elements {
        vulnerability.ratings.add(score: entry["score"].double, vector: entry["vector"].string)
      }
      vulnerability.title = title
      vulnerability.description = facts["description"].string
      var finding = vulnerability.finding
      let project = issue["relationships"]["scan_item"]["data"]["id"].string ?? ""
      finding.identity.place.path = MarkdownText.path(project)
      return finding
    }
  }
}
