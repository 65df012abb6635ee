internal import Findings
internal import Syntax

/// Hadolint: rules for Dockerfiles, and ShellCheck's for the shell in them.
public enum Hadolint: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "hadolint",
    title: "Hadolint JSON",
    provenOn: "Hadolint 2.15 and earlier",
    produce: "hadolint --no-fail --format json Dockerfile > hadolint.json",
    finding: "One message. Identity: rule; place: path, the message, line.",
    outcome: """
      Partial if a file could not be parsed (DL1000). `[]` is a complete scan without messages, if \
      the file's name says hadolint.
      """,
    precedence: 3
  )

  /// A list of messages with a code in letters and digits.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["code"].string != nil && $0["level"].exists && $0["file"].exists && $0["line"].exists
    } || report.isEmptyList(of: format.name)
  }

  /// Each message as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    let unparsed = report.entries.filter { $0["code"].equals("DL1000") }
    reading.gaps = unparsed.map {
      MarkdownText.line(
        "\($0["file"].string ?? "a file"): \($0["message"].string ?? "")",
        limit: 200
      )
    }
    reading.collect(report.entries) { entry throws(SyntaxError) in
      let code = try entry.requiredString("code")
      return code == "DL1000" ? nil : try LintMessage(entry, code: code).finding()
    }
    return reading
  }
}
