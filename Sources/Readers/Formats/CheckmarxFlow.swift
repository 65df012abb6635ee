internal import Findings
internal import Syntax

/// CxFlow, which passes Checkmarx' results on: its own JSON of issues.
public enum CheckmarxFlow: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkmarx-cxflow",
    title: "Checkmarx CxFlow JSON",
    provenOn: "CxFlow 1.5 with CxSAST 8.9",
    produce: "java -jar cx-flow.jar --scan --bug-tracker=Json --cx-project=NAME --f=.",
    finding: """
      One line of one issue. Identity: the query; place: path, the line's code and number. Lines \
      marked as false positives are suppressed. Issues that CxFlow's filters left out are none.
      """,
    outcome: "A report without issues is a complete scan without results.",
    precedence: 1
  )

  /// Issues, filtered and not.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["xissues"].kind != .missing && (root["scanType"].exists || root["projectId"].exists)
  }

  /// Each line of each issue.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, version: root["version"].nonEmpty, category: .sast)
    do {
      for issue in try root.requiredArray("xissues").elements {
        // An issue whose lines cannot be read is one entry set aside.
        let lines = issue["details"].members.map { $0 }
        reading.collect(lines.isEmpty ? [("", issue)] : lines) { line, detail throws(SyntaxError) in
          _ = try issue.asObject().requiredObject("details")
          guard let number = Int(line) else { throw detail.error("expected a line's number") }
          return try result(issue, number, detail).finding(report.digests)
        }
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func result(
    _ issue: JSON,
    _ line: Int,
    _ detail: JSON
  ) throws(SyntaxError) -> CodeResult {
    let id = try issue.requiredString("vulnerability")
    let name = id.exchanging("_", for: " ")
    var result = CodeResult(
      Rule(
        id: id,
        name: name,
        description: issue["description"].nonEmpty,
        references: Links.among(issue["additionalDetails"]["recommendedFix"])
      ),
      Severity.usual(try issue.requiredString("severity")),
      title: name,
      at: Location(path: try issue.requiredString("filename"), line: line > 0 ? line : nil)
    )
    result.code = detail["codeSnippet"].nonEmpty
    if let weakness = issue["cwe"].text { result.names.add(cwe: weakness) }
    if detail["falsePositive"].bool == true || issue["allFalsePositive"].bool == true {
      let comment = MarkdownText.clean(detail["comment"].string)
      result.suppression = Suppression(justification: comment ?? "marked as a false positive")
    }
    return result
  }
}
