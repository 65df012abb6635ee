internal import Findings
internal import Syntax

/// Terrascan: policies on infrastructure as code.
public enum Terrascan: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "terrascan",
    title: "Terrascan JSON",
    provenOn: "Terrascan of 2021; the layout of 1.19",
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
    try report.reading(of: format.name, .iac) { reading, root throws(SyntaxError) in
      let results = try root.requiredObject("results")
      reading.checks.passed = results["passed_rules"].elements.count { _ in true }
      reading.gaps = results["scan_errors"].elements.compactMap(gap)
      reading.collect(try results.optionalArray("violations").elements, finding)
      let skipped = try results.optionalArray("skipped_violations").elements
      reading.collect(skipped) { violation throws(SyntaxError) in
        var finding = try finding(violation)
        let comment = violation["comment"].string ?? violation["skip_comment"].string
        finding.suppression = Suppression(justification: MarkdownText.clean(comment))
        return finding
      }
      let summary = try results.requiredObject("scan_summary")
      // A number that is none may stand for any.
      reading.failIfNone(of: summary["violated_policies"].int ?? 1, "violations")
    }
  }

  private static func finding(_ violation: JSON) throws(SyntaxError) -> Finding {
    let description = try violation.requiredString("description")
    let module = violation["module_name"].nonEmpty.flatMap { $0 == "root" ? nil : "module.\($0)" }
    let names = [violation["resource_type"].nonEmpty, violation["resource_name"].nonEmpty]
    var location = Location(
      path: try violation.requiredString("file"),
      line: try violation.optionalInt("line")
    )
    location.resource = ([module] + names).compactMap { $0 }.joined(separator: ".")
    return .check(
      Rule(
        id: try violation.requiredString("rule_id"),
        name: violation["rule_name"].nonEmpty,
        description: description
      ),
      severity: try violation.requiredString("severity"),
      title: description,
      at: location
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
