internal import Findings
internal import Syntax

/// Code Climate JSON, which GitLab calls code quality, as many security tools write it.
public enum CodeClimate: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "code-climate",
    title: "Code Climate and GitLab Code Quality JSON",
    provenOn: """
      hadolint 2.15, ansible-lint 26.10; the layout that GitLab documents, and that of Code \
      Climate's engines, whose issues end with a zero byte
      """,
    produce: "hadolint --no-fail --format gitlab_codeclimate Dockerfile > code-quality.json",
    finding: """
      One issue. Identity: check; place: path, the description, line, the fingerprint if it passes \
      the self-test. The report does not name its tool: its rules may, else the layout of the \
      artifacts does.
      """,
    outcome: "`[]` is a complete scan without issues, if the file's name says code-climate.",
    precedence: 1
  )

  /// A list of issues that no other reader claims.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry(where: CodeClimateIssue.isIssue) && !report.hasEntry(where: AnsibleLint.isOurs)
      || report.isEmptyList(of: format.name) || report.isEmptyList(of: "code-quality")
      || report.isEmptyList(of: "gl-code-quality")
  }

  /// Each issue as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let checks = report.entries.lazy.compactMap { $0["check_name"].string }
    let linter = checks.compactMap { LintMessage.linter(of: $0) }.first
    let scanner = linter ?? report.scanner.map(ScannerCategories.canonical) ?? format.name
    var reading = Reading(
      scanner: scanner,
      category: report.category ?? ScannerCategories.category(of: scanner)
    )
    reading.collect(report.entries) { entry throws(SyntaxError) in
      // Engines may also report measurements.
      if let type = entry["type"].string, type.lowercased() != "issue" { return nil }
      return try CodeClimateIssue(entry).finding()
    }
    reading.trustFingerprints()
    return reading
  }
}
