internal import Findings
internal import Syntax

/// Snyk IaC: misconfigurations in Terraform, CloudFormation, Kubernetes manifests and ARM.
public enum SnykIaC: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "snyk-iac",
    title: "Snyk JSON (`iac test`)",
    provenOn: "the layout of Snyk CLI 1.1290's source",
    produce: "snyk iac test --json-file-output=snyk-iac.json",
    finding: "One issue of one resource. Identity: rule and resource; place: path, line.",
    outcome: "Partial if Snyk reports an error for a file.",
    precedence: 3
  )

  /// A file, or a list of files, with issues of infrastructure.
  public static func recognises(_ report: Report) -> Bool {
    report.json != nil && report.hasEntry { $0["infrastructureAsCodeIssues"].isArray }
  }

  /// Each issue of each file.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    reading.forEach(report.entries) { reading, file throws(SyntaxError) in
      if file["ok"].bool == false, let error = file["error"].string {
        return reading.gaps.append(MarkdownText.line("Snyk: \(error)", limit: 200))
      }
      let path = file["targetFile"].nonEmpty ?? file["targetFilePath"].nonEmpty
      guard let path else { throw file.error("expected a target file") }
      reading.collect(try file.requiredArray("infrastructureAsCodeIssues").elements) {
        issue throws(SyntaxError) in
        try finding(issue, in: path)
      }
    }
    return reading
  }

  private static func finding(_ issue: JSON, in path: String) throws(SyntaxError) -> Finding {
    let id = try issue.requiredString("id")
    let title = try issue.requiredString("title")
    let texts = issue["iacDescription"]
    let place = issue["path"].strings.joined(separator: ".")
    var location = Location(path: path, line: try issue.optionalInt("lineNumber"))
    location.resource = place
    var finding = Finding.check(
      Rule(
        id: id,
        name: title,
        description: [texts["issue"], texts["impact"], issue["issue"], issue["impact"]]
          .compactMap(\.string).prefix(2).joined(separator: "\n\n"),
        remediation: texts["resolve"].string ?? issue["resolve"].string,
        references: Links.among(
          [issue["documentation"].string].compactMap(\.self)
            + issue["references"].strings
        )
      ),
      severity: try issue.requiredString("severity"),
      title: title,
      at: location
    )
    if issue["isIgnored"].bool == true { finding.suppression = Suppression() }
    return finding
  }
}
