internal import Findings
internal import Syntax

/// Terrascan: policies on infrastructure as code.
public enum Terrascan: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "terrascan",
    title: "Terrascan JSON",
    provenOn: "Terrascan 1.5 to 1.19",
    produce: "terrascan scan --iac-dir . --output json > terrascan.json",
    finding: """
      One violation of one resource. Identity: rule and resource address. Skipped violations are \
      suppressed, with their comment.
      """,
    outcome: """
      Partial if scan errors tell of more than kinds of code that are not there; failed if the \
      summary counts violations and the report lists none.
      """,
    precedence: 3
  )

  /// Results with a summary of the scan.
  public static func recognises(_ report: Report) -> Bool {
    guard let results = report.json?["results"] else { return false }
    return results["scan_summary"].exists && results["violations"].kind != .missing
  }

  /// Each violation.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .iac)
    do {
      let results = try root.requiredObject("results")
      let summary = try results.requiredObject("scan_summary")
      reading.checks.passed = results["passed_rules"].elements.count { _ in true }
      reading.collect(try results.optionalArray("violations").elements, finding)
      reading.collect(try results.optionalArray("skipped_violations").elements) {
        violation throws(SyntaxError) in
        var finding = try finding(violation)
        let comment = violation["comment"].string ?? violation["skip_comment"].string
        finding.suppression = Suppression(justification: MarkdownText.clean(comment))
        return finding
      }
      reading.gaps = results["scan_errors"].elements.compactMap(gap)
      if reading.findings.isEmpty, reading.skipped.count == 0, summary["violated_policies"].int != 0
      {
        reading.failure = "the summary counts violations and the report lists none"
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func finding(_ violation: JSON) throws(SyntaxError) -> Finding {
    let id = try violation.requiredString("rule_id")
    let severity = try violation.requiredString("severity")
    let description = try violation.requiredString("description")
    let path = PathNormalisation.normalised(try violation.requiredString("file"))
    let names = [violation["resource_type"], violation["resource_name"]]
    let module = violation["module_name"].nonEmpty.flatMap { $0 == "root" ? nil : "module.\($0)" }
    let address = ([module] + names.map(\.nonEmpty)).compactMap { $0 }.joined(separator: ".")
    var location = Location(
      path: MarkdownText.path(path),
      line: try violation.optionalInt("line").flatMap { $0 > 0 ? $0 : nil }
    )
    location.resource = address.isEmpty ? nil : MarkdownText.line(address)
    return Finding(
      rule: Rule(
        id: id,
        name: violation["rule_name"].nonEmpty.map { MarkdownText.line($0) },
        description: MarkdownText.clean(description)
      ),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: MarkdownText.line(description),
      location: location,
      identity: .resource(
        rule: id,
        address: location.resource,
        at: Place(path: path, line: location.line)
      )
    )
  }

  /// What an error says was left out; nil if it says only that there is no code of a kind, as it
  /// does for each kind that Terrascan looks for and the folder lacks.
  private static func gap(_ error: JSON) -> String? {
    let message = error["errMsg"].string ?? "an error that says nothing"
    let isAbsent =
      message.contains("not found in the directory") || message.contains("not found in directory")
      || message.hasPrefix("no ") && message.contains(" found in ")
      || message.hasPrefix("directory") && message.contains("has no")
    return isAbsent ? nil : MarkdownText.line(message, limit: 200)
  }
}
