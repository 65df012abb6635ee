internal import Findings
internal import Syntax

/// Infer: bugs in Java, C, C++ and Objective-C.
public enum Infer: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "infer",
    title: "Infer JSON",
    provenOn: "Infer 1.2",
    produce: "infer run -- make; the report is infer-out/report.json",
    finding: "One issue. Identity: its type; place: Infer's own hash, path, procedure, line.",
    outcome: "`[]` is a complete scan without issues, if the file's name says infer.",
    precedence: 3
  )

  /// A list of issues with a type, a procedure and a trace.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["bug_type"].exists && $0["qualifier"].exists && $0["file"].exists
        && ($0["bug_trace"].exists || $0["procedure"].exists)
    } || report.isEmptyList(of: format.name)
  }

  /// Each issue as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .sast)
    reading.collect(report.entries) { issue throws(SyntaxError) in
      let type = try issue.requiredString("bug_type")
      let word = try issue.requiredString("severity")
      let title = issue["bug_type_hum"].nonEmpty ?? issue["category"].nonEmpty ?? type
      var location = Location(
        path: try issue.requiredString("file"),
        line: try issue.optionalInt("line"),
        column: issue["column"].int.flatMap { $0 > 0 ? $0 : nil }
      )
      location.logical = issue["procedure"].nonEmpty.map { MarkdownText.line($0) }
      var result = CodeResult(
        Rule(id: type, name: title),
        Severity.usual(word),
        title: title,
        at: location
      )
      result.message = try issue.requiredString("qualifier")
      result.fingerprint = issue["hash"].nonEmpty
      if issue["suppressed"].bool == true || issue["censored_reason"].nonEmpty != nil {
        result.suppression = Suppression(
          justification: issue["censored_reason"].nonEmpty.flatMap { MarkdownText.clean($0) }
        )
      }
      return result.finding(report.digests)
    }
    reading.testFingerprints()
    return reading
  }
}
