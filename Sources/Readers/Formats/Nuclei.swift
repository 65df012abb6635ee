internal import Findings
internal import Syntax

/// Nuclei: templates that matched a host or an address.
public enum Nuclei: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "nuclei",
    title: "Nuclei JSON and JSON Lines",
    provenOn: "Nuclei 2.3 to 3.4",
    produce: "nuclei -list targets.txt -jsonl-export nuclei.jsonl",
    finding: """
      One match. Identity: the template, the request's method, the path with its identifiers \
      replaced, and the matcher. Requests, responses and what was extracted are not read: they \
      hold cookies and tokens.
      """,
    outcome: """
      `[]` is a complete scan without matches, if the file's name says nuclei. An empty file, \
      which Nuclei leaves where nothing matched as well as where it was stopped, is a failed scan.
      """,
    precedence: 3
  )

  /// Matches with their template; an empty list by its name.
  public static func recognises(_ report: Report) -> Bool {
    if report.isEmptyList { return report.isNamed(format.name) }
    return report.entries.prefix(20).contains { template(of: $0) != nil && $0["info"].exists }
  }

  /// Each match.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    var missed = 0
    reading.collect(report.entries) { entry throws(SyntaxError) in
      // With `-matcher-status` the templates that did not match are told too.
      if entry["matcher-status"].bool == false {
        missed += 1
        return nil
      }
      return try alert(entry).finding
    }
    reading.checks.passed = missed
    return reading
  }

  private static func template(of entry: JSON) -> String? {
    entry["template-id"].nonEmpty ?? entry["templateID"].nonEmpty
  }

  private static func alert(_ entry: JSON) throws(SyntaxError) -> WebAlert {
    let info = try entry.asObject().requiredObject("info")
    guard let id = template(of: entry) else { throw entry.error("expected a template's id") }
    let places = [entry["matched-at"], entry["matched"], entry["url"], entry["host"]]
    // A template for DNS may match without saying where.
    let url = places.lazy.compactMap { $0.nonEmpty }.first
    if url == nil, places.contains(where: { $0.exists && $0.string == nil }) {
      throw entry.error("expected text as the place of the match")
    }
    let name = info["name"].nonEmpty ?? id
    let rule = Rule(
      id: id,
      name: name,
      description: info["description"].string,
      remediation: info["remediation"].string,
      references: Links.among(info["reference"])
    )
    var alert = WebAlert(rule, Severity.usual(try info.optionalString("severity")), at: url ?? "")
    let matcher = entry["matcher-name"].nonEmpty ?? entry["matcher_name"].nonEmpty
    alert.title = matcher.map { "\(name): \($0)" }
    alert.parameter = matcher
    alert.method = entry["request"].string?.split(separator: " ").first.map(String.init)
      .flatMap { $0.allSatisfy { $0.isASCII && $0.isUppercase } ? $0 : nil }
    let known = info["classification"]
    for list in [known["cve-id"], known["cwe-id"]] {
      for name in list.string.map({ [$0] }) ?? list.strings { alert.names.add(name) }
    }
    alert.ratings.add(score: known["cvss-score"].double, vector: known["cvss-metrics"].string)
    return alert
  }
}
