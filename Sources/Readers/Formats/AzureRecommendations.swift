internal import Findings
internal import Syntax

/// Microsoft Defender for Cloud (Azure Security Center): recommendations as its CSV lists them.
public enum AzureRecommendations: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "azure-recommendations",
    title: "Microsoft Defender for Cloud recommendations CSV",
    provenOn: "the portal's CSV of 2021",
    produce: "download the CSV report of the recommendations from the portal",
    finding: """
      One recommendation for one unhealthy resource. Identity: recommendation, subscription and \
      resource.
      """,
    outcome: "Healthy resources are counted as passed, those not applicable as muted.",
    precedence: 2
  )

  /// The columns of the portal's table.
  public static func recognises(_ report: Report) -> Bool {
    guard let table = report.csv else { return false }
    return ["recommendationName", "recommendationDisplayName", "resourceId", "state"]
      .allSatisfy(table.has)
  }

  /// Each unhealthy resource.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    guard let table = report.csv else { throw ReadError(problem: "expected a table") }
    reading.forEach(table.rows) { reading, row throws(SyntaxError) in
      let row = try row.get()
      switch try row.required("state").lowercased() {
      case "healthy": reading.checks.passed += 1
      case "notapplicable", "not applicable": reading.checks.muted += 1
      case "unhealthy": reading.findings.append(try finding(row))
      default: throw row.error("expected a known state")
      }
    }
    return reading
  }

  private static func finding(_ row: CSVTable.Row) throws(SyntaxError) -> Finding {
    let title = try row.required("recommendationDisplayName")
    let severity = try row.required("severity")
    let rule = Rule(
      id: try row.required("recommendationName"),
      name: MarkdownText.line(title),
      description: MarkdownText.clean(html: row["description"]),
      remediation: MarkdownText.clean(html: row["remediationSteps"]),
      references: Links.among([row["azurePortalRecommendationLink"] ?? ""])
    )
    return CloudResource(
      account: row["subscriptionId"] ?? "",
      id: try row.required("resourceId")
    ).finding(
      rule,
      severity: Severity(word: severity),
      word: severity,
      title: title,
      message: nil
    )
  }
}
