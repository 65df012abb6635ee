internal import Findings
internal import Syntax

/// Fortify WebInspect: issues of a running web application.
public enum WebInspect: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "webinspect",
    title: "Fortify WebInspect XML",
    provenOn: "WebInspect 17 to 23, by scan and by session",
    produce: "wi.exe -u https://staging.example.com -xd -e webinspect.xml",
    finding: """
      One issue at one address. Identity: the check, path with its identifiers replaced. WebInspect \
      states severity as a number: 4 critical, 3 high, 2 medium, 1 low, 0 info. Requests and \
      responses are not read.
      """,
    outcome: "A report without an issue is a complete scan without findings.",
    precedence: 2
  )

  /// A scan with its issues, or sessions with theirs.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.xml else { return false }
    return root.isNamed("Scan") && root.child("Issues").exists && root.child("PolicyName").exists
      || root.isNamed("Sessions") && root.child("Session").child("Issues").exists
  }

  /// Each issue.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, category: .dast)
    for session in root.isNamed("Scan") ? [root] : root.children("Session") {
      reading.collect(session.child("Issues").children("Issue")) { issue throws(SyntaxError) in
        guard let url = issue.child("URL").nonEmpty ?? session.child("URL").nonEmpty else {
          throw issue.error("expected a URL, found none")
        }
        return try alert(issue, at: url).finding
      }
    }
    return reading
  }

  private static func alert(_ issue: XMLElement, at url: String) throws(SyntaxError) -> WebAlert {
    let name = try issue.requiredText("Name")
    let word = try issue.requiredText("Severity")
    let severities: [String: Severity] = [
      "4": .critical, "3": .high, "2": .medium, "1": .low, "0": .info,
    ]
    var texts: [String: String] = [:]
    for section in issue.children("ReportSection") {
      texts[section.child("Name").nonEmpty ?? ""] = section.child("SectionText").nonEmpty
    }
    let rule = Rule(
      id: issue.child("VulnerabilityID").nonEmpty ?? name,
      name: name,
      description: MarkdownText.clean(html: texts["Summary"]),
      remediation: MarkdownText.clean(html: texts["Fix"])
    )
    var alert = WebAlert(rule, (severities[word] ?? .unknown, word), at: url)
    for classification in issue.child("Classifications").children("Classification") {
      alert.names.add(mentionedIn: classification.text)
    }
    return alert
  }
}
