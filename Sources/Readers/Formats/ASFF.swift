internal import Findings
internal import Syntax

/// AWS Security Hub: findings of any product in the AWS Security Finding Format.
public enum ASFF: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "asff",
    title: "AWS Security Finding Format",
    provenOn: "ASFF 2018-10-08 of Security Hub, Config, GuardDuty and Inspector",
    produce: "aws securityhub get-findings > asff.json",
    finding: """
      One active finding. Identity: control or kind, account, region and resource; of vulnerabilities \
      advisory and package with the resource, or the image's repository. Suppressed by workflow.
      """,
    outcome: """
      Passed controls are counted, as are those that could not be checked; archived and resolved \
      findings are none. Partial if there is a next page.
      """,
    precedence: 1
  )

  /// Findings of a known schema in a list or under `Findings`.
  public static func recognises(_ report: Report) -> Bool {
    entries(of: report).prefix(20).contains {
      $0["SchemaVersion"].string != nil && $0["ProductArn"].string != nil
    }
  }

  /// Each finding that is neither passed nor archived.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: "security-hub", category: .cloud)
    if report.json?["NextToken"].nonEmpty != nil { reading.gaps.append("there are more pages") }
    var accounts: Set<String> = []
    reading.forEach(entries(of: report)) { reading, entry throws(SyntaxError) in
      let account = try entry.requiredString("AwsAccountId")
      accounts.insert(account)
      let status = entry["Compliance"]["Status"].string
      if status == "PASSED" {
        reading.checks.passed += 1
        return
      }
      if status == "NOT_AVAILABLE" || status == "WARNING" {
        reading.checks.manual += 1
        return
      }
      let workflow = entry["Workflow"]["Status"].string
      if entry["RecordState"].equals("ARCHIVED") || workflow == "RESOLVED" { return }
      var finding = try ASFFFinding(entry, account: account).finding
      if workflow == "SUPPRESSED" {
        let reason = MarkdownText.clean(entry["Note"]["Text"].string)
        finding.suppression = Suppression(justification: reason)
      }
      reading.findings.append(finding)
    }
    if accounts.count == 1 { reading.target = accounts.first }
    return reading
  }

  private static func entries(of report: Report) -> [JSON] {
    guard let root = report.json, root.isObject else { return report.entries }
    let list = root.either("Findings", "findings")
    return list.isArray ? Array(list.elements) : [root]
  }
}
