internal import Findings
internal import Syntax

/// cfn_nag: insecure patterns in CloudFormation templates.
public enum CfnNag: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cfn-nag",
    title: "cfn_nag JSON",
    provenOn: "the layout of cfn_nag 0.8",
    produce: "cfn_nag_scan --input-path templates --output-format json > cfn-nag.json",
    finding: """
      One violation of one resource. Identity: rule and resource. A failure is high, a warning \
      medium.
      """,
    outcome: """
      Partial if a template could not be parsed (violation FATAL). `[]` is a complete scan of no \
      templates, if the file's name says cfn-nag.
      """,
    precedence: 3
  )

  /// A list of templates with their violations.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry { $0["filename"].exists && $0["file_results"].exists }
      || report.isEmptyList(of: format.name)
  }

  /// Each resource of each violation.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    reading.forEach(report.entries) { reading, template throws(SyntaxError) in
      let path = try template.asObject().requiredString("filename")
      let results = try template.requiredObject("file_results")
      reading.forEach(try results.requiredArray("violations").elements) {
        reading,
        violation throws(SyntaxError) in
        let message = try violation.requiredString("message")
        if violation["id"].equals("FATAL") {
          reading.gaps.append(MarkdownText.line("\(path): \(message)", limit: 200))
        } else {
          reading.findings += try findings(violation, message, in: path)
        }
      }
    }
    return reading
  }

  private static func findings(
    _ violation: JSON,
    _ message: String,
    in path: String
  ) throws(SyntaxError) -> [Finding] {
    let rule = Rule(
      id: try violation.requiredString("id"),
      name: violation["name"].nonEmpty
    )
    let type = try violation.requiredString("type")
    let resources = try violation.optionalArray("logical_resource_ids").elements.map { $0.string }
    let lines = violation["line_numbers"].elements.map { $0.int }
    return (resources.isEmpty ? [nil] : resources).enumerated().map { index, resource in
      var location = Location(path: path, line: index < lines.count ? lines[index] : nil)
      location.resource = resource
      return .check(
        rule,
        severity: type,
        meaning: ["FAIL": .high, "WARN": .medium][type],
        title: message,
        at: location
      )
    }
  }
}
