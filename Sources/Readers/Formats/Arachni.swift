internal import Findings
internal import Syntax

/// Arachni: issues of a web application.
public enum Arachni: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "arachni",
    title: "Arachni JSON",
    provenOn: "Arachni 1.5",
    produce: "arachni_reporter scan.afr --reporter=json:outfile=arachni.json",
    finding: """
      One issue. Identity: the check, method, path with its identifiers replaced, and input. \
      Proofs, requests and responses are not read.
      """,
    outcome: "A report without issues is a complete scan without findings.",
    precedence: 3
  )

  /// Issues beside a site map.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["issues"].kind != .missing && root["sitemap"].exists && root["seed"].exists
  }

  /// Each issue.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, version: root["version"].nonEmpty, category: .dast)
    do {
      reading.collect(try root.requiredArray("issues").elements) { issue throws(SyntaxError) in
        try alert(issue).finding
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func alert(_ issue: JSON) throws(SyntaxError) -> WebAlert {
    let name = try issue.requiredString("name")
    let vector = try issue.requiredObject("vector")
    var alert = WebAlert(
      Rule(
        id: issue["check"]["shortname"].nonEmpty ?? name,
        name: name,
        description: issue["description"].string,
        remediation: issue["remedy_guidance"].string,
        references: issue["references"].members.compactMap { $0.value.string }
      ),
      Severity.usual(try issue.requiredString("severity")),
      at: try vector.requiredString("action", or: "url")
    )
    alert.method = vector["method"].nonEmpty?.uppercased()
    alert.parameter = vector["affected_input_name"].nonEmpty
    if let weakness = issue["cwe"].text { alert.names.add(cwe: weakness) }
    return alert
  }
}
