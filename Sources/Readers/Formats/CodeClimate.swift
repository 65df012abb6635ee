internal import Findings
internal import Syntax

/// Code Climate JSON, which GitLab calls code quality, as many security tools write it.
public enum CodeClimate: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "code-climate",
    title: "Code Climate and GitLab Code Quality JSON",
    provenOn: "the layouts of GitLab 13 and later, hadolint, KICS, Semgrep converters",
    produce: "hadolint --no-fail --format gitlab_codeclimate Dockerfile > code-quality.json",
    finding: """
      One issue. Identity: check; place: path, the description, line, the fingerprint if it passes \
      the self-test. The report does not name its tool: the layout of the artifacts does.
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
    let scanner = report.scanner.map(ScannerCategories.canonical) ?? format.name
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

extension Reading {
  /// Keeps the scanner's fingerprints only if they pass the self-test.
  mutating func trustFingerprints() {
    FingerprintTest.apply(to: &findings[...])
  }
}
