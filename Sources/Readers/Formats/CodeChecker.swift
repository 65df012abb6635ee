internal import Findings
internal import Syntax

/// CodeChecker: results of the Clang analysers and others that it runs.
public enum CodeChecker: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "codechecker",
    title: "CodeChecker JSON",
    provenOn: "CodeChecker 6.22",
    produce: "CodeChecker parse --export json --output codechecker.json ./reports",
    finding: """
      One report of an analyser. Identity: the checker; place: CodeChecker's report hash, path, \
      line. Style is info, unspecified unknown. False positives and intentional ones are suppressed.
      """,
    outcome: "A report without entries is a complete scan without results.",
    precedence: 3
  )

  /// Reports beside a version.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["version"].exists, root["reports"].kind != .missing else {
      return false
    }
    let first = root["reports"][0]
    return first["analyzer_name"].exists || first["checker_name"].exists
      || root.count == 2 && root["reports"].isArray && first.kind == .missing
  }

  /// Each report.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      reading.collect(try root.requiredArray("reports").elements) { entry throws(SyntaxError) in
        try result(entry).finding(report.digests)
      }
    } catch {
      throw ReadError(error)
    }
    reading.testFingerprints()
    return reading
  }

  private static func result(_ entry: JSON) throws(SyntaxError) -> CodeResult {
    let file = try entry.requiredObject("file")
    var result = CodeResult(
      Rule(id: try entry.requiredString("checker_name")),
      Severity.usual(try entry.optionalString("severity")),
      title: try entry.requiredString("message"),
      at: Location(
        path: try file.requiredString("original_path", or: "path"),
        line: try entry.optionalInt("line"),
        column: try entry.optionalInt("column")
      )
    )
    result.fingerprint = entry["report_hash"].nonEmpty
    let status = entry["review_status"].string ?? ""
    if status == "false_positive" || status == "intentional" {
      let comment = MarkdownText.clean(entry["source_code_comments"][0]["message"].string)
      result.suppression = Suppression(justification: comment ?? status.exchanging("_", for: " "))
    }
    return result
  }
}
