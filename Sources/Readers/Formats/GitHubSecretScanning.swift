internal import Findings
internal import Syntax

/// GitHub secret scanning: alerts as GitHub's REST API lists them.
public enum GitHubSecretScanning: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "github-secret-scanning",
    title: "GitHub secret scanning alerts",
    provenOn: "GitHub REST API 2022-11-28",
    produce: """
      gh api --paginate repos/OWNER/REPOSITORY/secret-scanning/alerts > github-secret-scanning.json
      """,
    finding: """
      One alert. Identity: type of secret and keyed digest of it. Resolved alerts are suppressed, \
      with the resolution. GitHub states no severity: a leak is high, an active secret critical.
      """,
    outcome: "`[]` is a complete scan without alerts, if the file's name says github-secret.",
    precedence: 3
  )

  /// A list of alerts.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry { $0["secret_type"].exists && $0["number"].exists && $0["state"].exists }
      || report.isEmptyList(of: "github-secret-scanning") || report.isEmptyList(of: "github-secret")
  }

  /// Each alert as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    reading.collect(report.entries) { alert throws(SyntaxError) in
      try finding(alert, report.digests)
    }
    let names = Set(report.entries.compactMap { $0["repository"]["full_name"].nonEmpty })
    if names.count == 1, let name = names.first { reading.target = MarkdownText.line(name) }
    return reading
  }

  private static func finding(
    _ alert: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let type = try alert.requiredString("secret_type")
    let state = try alert.requiredString("state")
    let validity = try alert.optionalString("validity")
    let name = try alert.optionalString("secret_type_display_name")
    let place = try alert.optionalObject("first_location_detected")
    var location = Location(
      path: try place.optionalString("path"),
      line: try place.optionalInt("start_line"),
      endLine: try place.optionalInt("end_line"),
      column: try place.optionalInt("start_column")
    )
    location.commit = try place.optionalString("commit_sha")
    let leak = LeakedSecret(value: try alert.optionalString("secret"))
    var finding = leak.finding(
      rule: Rule(id: type, name: name),
      severity: LeakedSecret.severity(works: validity == "active"),
      scannerSeverity: validity,
      title: name ?? type,
      message: alert["publicly_leaked"].bool == true ? "The secret was seen in public." : nil,
      location: location,
      fingerprint: try alert.optionalString("html_url"),
      digests
    )
    finding.rule.references = Links.among(alert["html_url"])
    if state == "resolved" {
      let words = [alert["resolution"].nonEmpty ?? state, alert["resolution_comment"].nonEmpty]
      finding.suppression = leak.suppression(words.compactMap { $0 }.joined(separator: ": "))
    }
    return finding
  }
}
