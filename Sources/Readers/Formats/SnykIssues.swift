internal import Findings
internal import Syntax

/// Snyk's REST interface: the issues of an organisation, a group or a project.
public enum SnykIssues: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "snyk-issues",
    title: "Snyk issues (REST)",
    provenOn: "Snyk REST API 2024-10-15",
    produce: "curl -H \"Authorization: token $KEY\" $URL/rest/orgs/ORG/issues?version=2024-10-15",
    finding: """
      One open issue. Identity: advisory, package and project, or Snyk's key of the problem in code. \
      Ignored issues are suppressed, resolved ones are no findings.
      """,
    outcome: "Partial if the answer links to a next page; failed if it holds errors.",
    precedence: 3
  )

  /// Issues as JSON:API lists them.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["jsonapi"].isObject else { return false }
    return root["data"].elements.prefix(20).contains { $0["type"].equals("issue") }
      || root["links"]["self"].string?.contains("/issues") == true || root["errors"].isArray
  }

  /// Each issue that is not resolved.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: "snyk", category: .dependency)
    let root = try report.requiredJSON()
    if root["errors"].isArray {
      let error = root["errors"][0]
      let text = error["detail"].string ?? error["title"].string ?? "an error without words"
      reading.failure = MarkdownText.line("Snyk: \(text)", limit: 200)
      return reading
    }
    let issues = try report.elements(of: "data")
    if root["links"]["next"].exists { reading.gaps.append("Snyk says that there are more pages") }
    let kinds = Set(issues.compactMap { $0["attributes"]["type"].string })
    if kinds == ["code"] { reading.category = .sast }
    reading.collect(issues) { issue throws(SyntaxError) in try SnykIssue(issue).finding }
    return reading
  }
}
