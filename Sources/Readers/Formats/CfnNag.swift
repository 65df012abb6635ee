internal import Findings
internal import Syntax

/// cfn_nag: insecure patterns in CloudFormation templates.
public enum CfnNag: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cfn-nag",
    title: "cfn_nag JSON",
    provenOn: "cfn_nag 0.6 to 0.8",
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
    for template in report.entries {
      do {
        try reading.add(template)
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    return reading
  }

  fileprivate static func findings(
    _ violation: JSON,
    in path: String
  ) throws(SyntaxError) -> [Finding] {
    let id = try violation.requiredString("id")
    let type = try violation.requiredString("type")
    let message = MarkdownText.line(try violation.requiredString("message"))
    let severity: Severity =
      switch type {
      case "FAIL": .high
      case "WARN": .medium
      default: .unknown
      }
    let resources = try violation.optionalArray("logical_resource_ids").elements.map { $0.string }
    let lines = violation["line_numbers"].elements.map { $0.int }
    return (resources.isEmpty ? [nil] : resources).enumerated().map { index, resource in
      let line = index < lines.count ? lines[index] : nil
      var location = Location(
        path: MarkdownText.path(path),
        line: line.flatMap { $0 > 0 ? $0 : nil }
      )
      location.resource = resource.map { MarkdownText.line($0) }
      return Finding(
        rule: Rule(id: id, name: violation["name"].nonEmpty.map { MarkdownText.line($0) }),
        severity: severity,
        scannerSeverity: type,
        title: message,
        location: location,
        identity: .resource(
          rule: id,
          address: resource,
          at: Place(path: path, line: location.line)
        )
      )
    }
  }
}

extension Reading {
  fileprivate mutating func add(_ template: JSON) throws(SyntaxError) {
    let name = try template.asObject().requiredString("filename")
    let path = PathNormalisation.normalised(name)
    let results = try template.requiredObject("file_results")
    for violation in try results.requiredArray("violations").elements {
      if violation["id"].equals("FATAL") {
        let message = violation["message"].string ?? "could not be parsed"
        gaps.append(MarkdownText.line("\(path): \(message)", limit: 200))
        continue
      }
      do {
        findings += try CfnNag.findings(violation, in: path)
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }
}
