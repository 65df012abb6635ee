internal import Findings
internal import Syntax

/// ShellCheck: problems of shell scripts.
public enum ShellCheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "shellcheck",
    title: "ShellCheck JSON",
    provenOn: "ShellCheck 0.11, json and json1",
    produce: "shellcheck --format json1 scripts/*.sh > shellcheck.json",
    finding: "One comment. Identity: rule; place: path, the message, line.",
    outcome: """
      `{"comments": []}` is a complete scan without comments; `[]` is one if the file's name says \
      shellcheck.
      """,
    precedence: 3
  )

  /// Comments with a code in digits, in a list or an object.
  public static func recognises(_ report: Report) -> Bool {
    if let comments = report.json?["comments"], comments.isArray, report.json?.count == 1 {
      return comments.count == 0 || comments.elements.prefix(20).contains(where: isComment)
    }
    return report.hasEntry(where: isComment) || report.isEmptyList(of: format.name)
  }

  /// Each comment as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .sast)
    let root = report.json
    reading.collect(root?.isObject ?? false ? root?["comments"].elements : root?.elements) {
      comment throws(SyntaxError) in
      guard let code = try comment.optionalInt("code") else {
        throw comment.error("expected a code")
      }
      return try LintMessage(comment, code: "SC\(code)").finding()
    }
    return reading
  }

  private static func isComment(_ entry: JSON) -> Bool {
    entry["code"].kind == .number && entry["level"].exists && entry["file"].exists
      && entry["endLine"].exists
  }
}
