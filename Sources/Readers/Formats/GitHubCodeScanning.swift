internal import Findings
internal import Syntax

/// GitHub code scanning: the alerts of a repository, whichever tool raised them.
public enum GitHubCodeScanning: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "github-code-scanning",
    title: "GitHub code scanning alerts",
    provenOn: "GitHub's REST API of 2022-11-28",
    produce: "gh api --paginate repos/OWNER/REPOSITORY/code-scanning/alerts > alerts.json",
    finding: """
      One alert at its most recent instance. Identity: the rule; place: the alert's number, path \
      and line. Severity is the security severity, else the rule's. Dismissed alerts are \
      suppressed, with reason and comment; fixed ones are none.
      """,
    outcome: "`[]` is a complete scan without alerts, if the file's name says so.",
    precedence: 1
  )

  /// A list of alerts; an empty one by its name.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root.isArray else { return false }
    if root.count == 0 { return report.isNamed(format.name) }
    return root.elements.prefix(20).contains {
      $0["most_recent_instance"].kind != .missing && $0["rule"].isObject
        || $0["instances_url"].exists
    }
  }

  /// Each alert that is not fixed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    reading.collect(root.elements) { alert throws(SyntaxError) in
      let state = try alert.asObject().requiredString("state")
      if state == "fixed" || state == "closed" { return nil }
      var result = try result(alert)
      if state == "dismissed" {
        let words = [alert["dismissed_reason"].nonEmpty, alert["dismissed_comment"].nonEmpty]
        let reason = words.compactMap { $0 }.joined(separator: ": ")
        result.suppression = Suppression(justification: MarkdownText.clean(reason))
      }
      return result.finding(report.digests)
    }
    return reading
  }

  private static func result(_ alert: JSON) throws(SyntaxError) -> CodeResult {
    let rule = try alert.requiredObject("rule")
    let instance = try alert.requiredObject("most_recent_instance")
    let place = instance["location"]
    let id = try rule.requiredString("id")
    let name = rule["description"].nonEmpty ?? rule["name"].nonEmpty ?? id
    var location = Location(
      path: try place.optionalString("path"),
      line: try place.optionalInt("start_line"),
      endLine: try place.optionalInt("end_line"),
      column: try place.optionalInt("start_column")
    )
    location.commit = instance["commit_sha"].nonEmpty
    var result = CodeResult(
      Rule(
        id: id,
        name: name,
        description: rule["full_description"].nonEmpty,
        remediation: rule["help"].nonEmpty,
        references: Links.among(alert["html_url"]) + Links.among(rule["help_uri"])
      ),
      Severity.usual(rule["security_severity_level"].nonEmpty ?? rule["severity"].nonEmpty),
      title: name,
      at: location
    )
    result.message = instance["message"]["text"].nonEmpty
    result.fingerprint = alert["number"].text.map { "alert \($0)" }
    result.names = IdentifierSet(rule["tags"].strings)
    return result
  }
}
