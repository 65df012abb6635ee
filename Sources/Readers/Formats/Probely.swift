internal import Findings
internal import Syntax

/// Probely, now Snyk API & Web: findings of web applications and APIs.
public enum Probely: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "probely",
    title: "Probely (Snyk API & Web) findings JSON",
    provenOn: "Probely's REST API and CLI of 2024",
    produce: "probely findings get --f-target TARGET -o json > probely.json",
    finding: """
      One finding. Identity: its definition, method, path with its identifiers replaced, and \
      parameter. Severity 40 is critical, 30 high, 20 medium, 10 low. Accepted and invalid findings \
      are suppressed, fixed ones are none. Requests, responses and evidence are not read.
      """,
    outcome: "Partial when the page's count is higher than the findings in it.",
    precedence: 3
  )

  /// A page of findings, or a list of them.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    let entries = root.isArray ? root : root["results"]
    let isPage = root["page_total"].exists && root["page"].exists && root["length"].exists
    return isPage && entries.isArray && entries.count == 0
      || entries.elements.prefix(20).contains {
        $0["definition"].exists && $0["insertion_point"].kind != .missing
      }
  }

  /// Each finding that is not fixed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      let entries = root.isArray ? root : try root.requiredArray("results")
      reading.collect(entries.elements) { entry throws(SyntaxError) in try alert(entry)?.finding }
      if let total = root["count"].int, total > entries.count {
        reading.gaps.append("\(entries.count) of \(total) findings are in the report")
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func alert(_ entry: JSON) throws(SyntaxError) -> WebAlert? {
    let state = try entry.asObject().requiredString("state")
    if state == "fixed" { return nil }
    let kind = try entry.requiredObject("definition")
    let name = try kind.requiredString("name")
    guard let number = entry["severity"].int else { throw entry.error("expected a severity") }
    let severities: [Int: Severity] = [40: .critical, 30: .high, 20: .medium, 10: .low]
    var alert = WebAlert(
      Rule(
        id: kind["id"].text ?? name,
        name: name,
        description: kind["desc"].string,
        remediation: entry["fix"].string
      ),
      (severities[number] ?? .unknown, "\(number)"),
      at: try entry.requiredString("url")
    )
    alert.method = entry["method"].nonEmpty?.uppercased()
    alert.parameter = entry["parameter"].nonEmpty
    alert.ratings.add(score: entry["cvss_score"].double, vector: entry["cvss_vector"].string)
    if state == "accepted" || state == "invalid" {
      alert.suppression = Suppression(justification: state)
    }
    return alert
  }
}
