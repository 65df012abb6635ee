internal import Findings
internal import Syntax

/// AppCheck: vulnerabilities of web applications and hosts.
public enum AppCheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "appcheck",
    title: "AppCheck JSON",
    provenOn: "AppCheck of 2024",
    produce: "Vulnerabilities › Export › JSON",
    finding: """
      One item. Identity: its title, path with its identifiers replaced; of hosts title, host and \
      port. Severity is AppCheck's impact. Fixed and trashed items are none, disabled ones \
      suppressed. Raw messages are not read.
      """,
    outcome: "A report without items is a complete scan without findings.",
    precedence: 3
  )

  /// Items that name a scanning engine.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["items"].kind != .missing else { return false }
    return root["items"].elements.prefix(20).contains {
      $0["meta"]["scanning_engine"].exists || $0["mss_confirmed"].exists
    } || root["items"].isArray && root["items"].count == 0 && root["hosts"].isArray
  }

  /// Each item.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      reading.collect(try root.requiredArray("items").elements) { item throws(SyntaxError) in
        if try item.asObject()["fixed"].bool == true || item["trashed"].bool == true { return nil }
        return try alert(item).finding
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func alert(_ item: JSON) throws(SyntaxError) -> WebAlert {
    let title = try item.requiredString("title")
    let impact = try item.requiredString("impact")
    let host = item["host"].string ?? ""
    let port = item["port"].int.flatMap { $0 > 0 ? ":\($0)" : nil } ?? ""
    var alert = WebAlert(
      Rule(
        id: title,
        name: title,
        description: text(item["description"]),
        remediation: text(item["solution"])
      ),
      (Severity(word: impact.split(separator: "-").last.map(String.init) ?? ""), impact),
      at: item["url"].nonEmpty ?? host + port
    )
    for name in item["cves"].strings { alert.names.add(name) }
    alert.names.add(mentionedIn: title)
    for edition in item["OWASP"].members { alert.names.add(edition.value["name"].string ?? "") }
    alert.ratings.add(
      score: item["cvss_v4_base_score"].double,
      vector: item["cvss_v4_vector"].string
    )
    alert.ratings.add(
      score: item["cvss_v3_base_score"].double,
      vector: item["cvss_v3_vector"].string
    )
    alert.ratings.add(score: item["cvss_base_score"].double, vector: item["cvss_vector"].string)
    if item["disabled"].bool == true { alert.suppression = Suppression() }
    return alert
  }

  /// A text without AppCheck's mark that it holds markup.
  private static func text(_ value: JSON) -> String? {
    value.string.map { $0.exchanging("[[markup]]", for: "") }
  }
}
