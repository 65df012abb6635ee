internal import Findings
internal import Syntax

/// Horusec: several code scanners' results in one report.
public enum Horusec: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "horusec",
    title: "Horusec JSON",
    provenOn: "Horusec 2.7",
    produce: "horusec start -p . -o json -O horusec.json",
    finding: """
      One result. Identity: the rule, or the first line of its details where there is no rule id; \
      place: path, the quoted code, its line. Accepted risks and false positives are suppressed; \
      corrected ones are none.
      """,
    outcome: """
      Partial when the report tells of errors of the tools it runs. Which tool failed stays in \
      Horusec's log.
      """,
    precedence: 3
  )

  /// An analysis with vulnerabilities.
  public static func recognises(_ report: Report) -> Bool {
    report.json?["analysisVulnerabilities"].kind ?? .missing != .missing
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, version: root["version"].nonEmpty, category: .sast)
    let list = root["analysisVulnerabilities"]
    // Without results Horusec writes `null` and says that it succeeded.
    guard list.isArray || list.kind == .null && root["status"].equals("success") else {
      throw ReadError(root.error("expected an array of vulnerabilities"))
    }
    reading.collect(list.elements) { entry throws(SyntaxError) in
      let entry = try entry.asObject().requiredObject("vulnerabilities")
      let type = try entry.optionalString("type")
      if type == "Corrected" { return nil }
      var result = try result(entry)
      if let type, ["Risk Accepted", "False Positive"].contains(type) {
        result.suppression = Suppression(justification: type.lowercased())
      }
      return result.finding(report.digests)
    }
    if let errors = root["errors"].nonEmpty {
      reading.gaps.append(MarkdownText.line(errors, limit: 200))
    }
    return reading
  }

  private static func result(_ entry: JSON) throws(SyntaxError) -> CodeResult {
    let details = details(try entry.requiredString("details"))
    let title = details.split(separator: "\n").first.map(String.init) ?? details
    let lines = LineRange(entry["line"].text)
    var result = CodeResult(
      Rule(id: entry["rule_id"].nonEmpty ?? title, name: title),
      Severity.usual(try entry.requiredString("severity")),
      title: title,
      at: Location(
        path: try entry.requiredString("file"),
        line: lines.first,
        endLine: lines.last,
        column: entry["column"].int.flatMap { $0 > 0 ? $0 : nil }
      )
    )
    result.message = details
    result.code = entry["code"].nonEmpty
    result.names = IdentifierSet(mentionedIn: details)
    // What the leak detectors find is a credential whatever its rule is called.
    if entry["language"].equals("Leaks") { result.names.add(cwe: "798") }
    return result
  }

  /// The details without the count of how many rules hit this place.
  private static func details(_ text: String) -> String {
    guard text.hasPrefix("("),
      let end = text.firstRange(of: ") * Possible vulnerability detected: ")
    else { return text }
    return String(text[end.upperBound...])
  }
}
