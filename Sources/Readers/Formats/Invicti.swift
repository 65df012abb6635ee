internal import Findings
internal import Syntax

/// Invicti, formerly Netsparker, and Acunetix 360: vulnerabilities of a web application.
public enum Invicti: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "invicti",
    title: "Invicti, Netsparker and Acunetix 360 JSON",
    provenOn: "Netsparker 5, Acunetix 360 and Invicti Enterprise 2021",
    produce: "Scan › Export › Vulnerabilities List (JSON)",
    finding: """
      One vulnerability. Identity: its type, method and path with its identifiers replaced. \
      Severity `BestPractice` is info. False positives, accepted and ignored ones are suppressed, \
      fixed ones are none. Requests and responses are not read: they hold cookies and tokens.
      """,
    outcome: "A report without vulnerabilities is a complete scan without findings.",
    precedence: 3
  )

  /// Vulnerabilities beside a target.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["Vulnerabilities"].kind != .missing
      && (root["Target"]["ScanId"].exists || root["Generated"].exists)
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .dast)
    do {
      let list = try root.requiredArray("Vulnerabilities").elements
      reading.collect(list) { entry throws(SyntaxError) in try alert(entry)?.finding }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  /// The alert; nil if it is fixed.
  private static func alert(_ entry: JSON) throws(SyntaxError) -> WebAlert? {
    let state = try entry.asObject().optionalString("State")?.lowercased() ?? ""
    if state.contains("fixedconfirmed") { return nil }
    let type = try entry.requiredString("Type")
    let word = try entry.requiredString("Severity")
    var alert = WebAlert(
      Rule(
        id: type,
        name: entry["Name"].nonEmpty ?? type,
        description: MarkdownText.clean(html: entry["Description"].string),
        remediation: MarkdownText.clean(html: entry["RemedialProcedure"].string),
        references: HTMLLinks.among(entry["ExternalReferences"].string ?? "")
      ),
      (word == "BestPractice" ? .info : Severity(word: word), word),
      at: try entry.requiredString("Url")
    )
    alert.method = entry["HttpRequest"]["Method"].nonEmpty
    let known = entry["Classification"]
    for weakness in (known["Cwe"].text ?? "").split(separator: ",") {
      alert.names.add(cwe: weakness.filter { $0 != " " })
    }
    for (key, year) in [("Owasp", 2013), ("Owasp2017", 2017), ("Owasp2021", 2021)] {
      if let item = known[member: key].nonEmpty { alert.names.add("\(item):\(year)") }
    }
    if let wasc = known["Wasc"].text.flatMap({ Int($0) }) {
      alert.names.add(.framework, "WASC-\(wasc)")
    }
    for rating in [known["Cvss31"], known["Cvss"]] {
      let score = rating["BaseScore"]["Value"].double
      alert.ratings.add(score: score, vector: rating["Vector"].string)
    }
    let marks = ["falsepositive": "marked as a false positive", "acceptedrisk": "accepted risk"]
    let reason = marks.first { state.contains($0.key) }?.value
    if reason != nil || state.contains("ignored") {
      alert.suppression = Suppression(justification: reason)
    }
    return alert
  }
}
