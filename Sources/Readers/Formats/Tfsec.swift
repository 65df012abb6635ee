internal import Findings
internal import Syntax

/// tfsec: checks of Terraform.
public enum Tfsec: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "tfsec",
    title: "tfsec JSON",
    provenOn: "tfsec 0.58; the layouts of 0.38 and 1.28",
    produce: "tfsec . --format json --out tfsec.json --soft-fail",
    finding: """
      One failed check of one resource. Identity: check and resource address. Ignored ones, where \
      the report includes them, are suppressed.
      """,
    outcome: "`{\"results\": null}` is a complete scan, if the file's name says tfsec.",
    precedence: 3
  )

  /// A list of results with rules and places.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["results"].kind != .missing else { return false }
    if root["results"].elements.prefix(20).contains(where: isResult) { return true }
    return root.count == 1 && root["results"].count == 0 && report.isNamed(format.name)
      && (root["results"].kind == .null || root["results"].isArray)
  }

  /// Each result that did not pass.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .iac) { reading, root in
      let results = root["results"].elements
      reading.checks.passed = results.count { status(of: $0) == .passed }
      reading.collect(results) { result throws(SyntaxError) in
        let status = status(of: result)
        if status == .passed { return nil }
        var finding = try finding(result)
        if status == .ignored { finding.suppression = Suppression() }
        return finding
      }
    }
  }

  private static func isResult(_ entry: JSON) -> Bool {
    entry["rule_id"].exists && entry["location"]["start_line"].exists
      && (entry["rule_provider"].exists || entry["link"].exists || entry["links"].exists)
  }

  private enum Status {
    case failed, passed, ignored
  }

  /// A word or a number in later versions, a truth value in early ones.
  private static func status(of result: JSON) -> Status {
    switch result["status"].text {
    case "passed", "1": .passed
    case "ignored", "2": .ignored
    default: result["passed"].bool == true ? .passed : .failed
    }
  }

  private static func finding(_ result: JSON) throws(SyntaxError) -> Finding {
    let description = try result.requiredString("description")
    let place = try result.requiredObject("location")
    var location = Location(
      path: try place.requiredString("filename"),
      line: try place.optionalInt("start_line"),
      endLine: try place.optionalInt("end_line")
    )
    location.resource = result["resource"].nonEmpty ?? quoted(in: description)
    return .check(
      Rule(
        id: try result.requiredString("rule_id"),
        name: result["rule_description"].nonEmpty,
        description: result["impact"].string,
        remediation: result["resolution"].string,
        references: Links.among(result["links"].exists ? result["links"] : result["link"])
      ),
      severity: try result.optionalString("severity"),
      title: description,
      at: location
    )
  }

  /// The address that a description begins with: `Resource 'aws_s3_bucket.logs' …`.
  private static func quoted(in description: String) -> String? {
    let parts = description.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "Resource " else { return nil }
    return String(parts[1])
  }
}
