internal import Findings
internal import Syntax

/// Wiz: the issues of its platform, as its CSV lists them.
public enum WizIssues: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "wiz-issues",
    title: "Wiz issues CSV",
    provenOn: "Wiz's issues report of 2023",
    produce: "download the issues report from Wiz, or fetch it by its API",
    finding: """
      One open issue. Identity: control, subscription, region and resource. Rejected issues are \
      suppressed, resolved ones are no findings.
      """,
    outcome: "Complete if the table is whole.",
    precedence: 2
  )

  /// The columns of the report.
  public static func recognises(_ report: Report) -> Bool {
    guard let table = report.csv else { return false }
    return ["Issue ID", "Control ID", "Resource external ID", "Severity"].allSatisfy(table.has)
  }

  /// Each issue that is not resolved.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: "wiz", category: .cloud)
    guard let table = report.csv else { throw ReadError(problem: "expected a table") }
    reading.collect(table.rows) { row throws(SyntaxError) in try finding(row.get()) }
    return reading
  }

  private static func finding(_ row: CSVTable.Row) throws(SyntaxError) -> Finding? {
    let status = try row.required("Status")
    if status == "RESOLVED" { return nil }
    let title = try row.required("Title")
    let severity = try row.required("Severity")
    let resource = CloudResource(
      account: row["Subscription ID"] ?? "",
      region: row["Resource Region"] ?? "",
      id: row["Resource external ID"] ?? row["Resource Name"] ?? ""
    )
    let rule = Rule(
      id: try row.required("Control ID"),
      name: MarkdownText.line(title),
      description: MarkdownText.clean(row["Description"]),
      remediation: MarkdownText.clean(row["Remediation Recommendation"]),
      references: Links.among([row["Wiz URL"] ?? ""])
    )
    let isRejected = status == "REJECTED" || status == "IGNORED"
    let reason = MarkdownText.clean(row["Note"] ?? row["Resolution"])
    var finding = resource.finding(
      rule,
      severity: Severity(word: severity),
      word: severity,
      title: title,
      message: row["Resource Name"].map { name in
        row["Resource Type"].map { "\($0) `\(name)`" } ?? "`\(name)`"
      },
      suppression: isRejected ? Suppression(justification: reason) : nil
    )
    finding.location.cluster = row["Kubernetes Cluster"]
    return finding
  }
}
