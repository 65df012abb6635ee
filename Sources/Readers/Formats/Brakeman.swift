internal import Findings
internal import Syntax

/// Brakeman: static analysis of Ruby on Rails applications.
public enum Brakeman: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "brakeman",
    title: "Brakeman JSON",
    provenOn: "Brakeman 4.7 to 7",
    produce: "brakeman --format json --output brakeman.json --no-exit-on-warn",
    finding: """
      One warning. Identity: the check; place: Brakeman's fingerprint, path, code, line. Brakeman \
      states no severity but its confidence, which its own SARIF takes for the level: high, medium, \
      and weak as low. What its ignore file holds is suppressed, with its note.
      """,
    outcome: "Partial when `errors` names files that could not be parsed.",
    precedence: 3
  )

  /// Warnings beside facts of the scan.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["scan_info"]["brakeman_version"].exists
      || root["warnings"].isArray && root["ignored_warnings"].isArray
  }

  /// Each warning, ignored ones as suppressed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    reading.scannerVersion = root["scan_info"]["brakeman_version"].nonEmpty
    do {
      let warnings = try root.requiredArray("warnings").elements
      reading.collect(warnings) { warning throws(SyntaxError) in
        try result(warning).finding(report.digests)
      }
      let ignored = try root.optionalArray("ignored_warnings").elements
      reading.collect(ignored) { warning throws(SyntaxError) in
        var result = try result(warning)
        result.suppression = Suppression(justification: MarkdownText.clean(warning["note"].string))
        return result.finding(report.digests)
      }
      for error in try root.optionalArray("errors").elements.prefix(20) {
        let text = error["error"].nonEmpty ?? "a file could not be read"
        reading.gaps.append(MarkdownText.line(text, limit: 200))
      }
    } catch {
      throw ReadError(error)
    }
    reading.testFingerprints()
    return reading
  }

  private static func result(_ warning: JSON) throws(SyntaxError) -> CodeResult {
    let kind = try warning.requiredString("warning_type")
    var location = Location(
      path: try warning.requiredString("file"),
      line: try warning.optionalInt("line")
    )
    let owner = warning["location"]
    location.logical =
      [owner["class"].nonEmpty, owner["method"].nonEmpty].compactMap { $0 }
      .joined(separator: ".").nonEmpty ?? owner["template"].nonEmpty
    var result = CodeResult(
      Rule(
        id: warning["check_name"].nonEmpty ?? kind,
        name: kind,
        references: Links.among(warning["link"])
      ),
      severity(try warning.requiredString("confidence")),
      title: try warning.requiredString("message"),
      at: location
    )
    result.message = warning["user_input"].nonEmpty.map { "User input: `\($0)`" }
    result.code = warning["code"].nonEmpty
    result.fingerprint = warning["fingerprint"].nonEmpty
    for weakness in warning["cwe_id"].elements {
      if let number = weakness.text { result.names.add(cwe: number) }
    }
    return result
  }

  private static func severity(_ confidence: String) -> (Severity, word: String?) {
    (confidence.lowercased() == "weak" ? .low : Severity(word: confidence), confidence)
  }
}
