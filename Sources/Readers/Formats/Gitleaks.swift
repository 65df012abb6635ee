internal import Findings
internal import Syntax

/// Gitleaks: secrets in files and Git history, as versions 7 and 8 report them.
///
/// The secret itself never leaves this file: a keyed digest recognises it. What is quoted around it
/// is used only where the report is redacted.
public enum Gitleaks: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "gitleaks",
    title: "Gitleaks JSON",
    provenOn: "Gitleaks 7.5 and 8.30",
    produce: "gitleaks git --report-format json --report-path gitleaks.json --exit-code 0",
    finding: """
      One leak in one commit. Identity: rule and keyed digest of the secret; of a redacted report, \
      rule, path and the quoted line. Gitleaks states no severity: a leak is high.
      """,
    outcome: "`null` and `[]` are complete scans without leaks, if the file's name says gitleaks.",
    precedence: 3
  )

  /// A list of leaks; an empty one by its name.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.elements.prefix(20).contains(where: isLeak) { return true }
    guard root.kind == .null || root.isArray && root.elements.first(where: { _ in true }) == nil
    else { return false }
    return report.isNamed(format.name)
  }

  /// Each leak as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    reading.collect(report.json?.elements) { leak throws(SyntaxError) in
      leak["offender"].exists
        ? try finding(ofVersion7: leak, report.digests) : try finding(leak, report.digests)
    }
    return reading
  }

  private static func isLeak(_ entry: JSON) -> Bool {
    entry["RuleID"].exists && (entry["Secret"].exists || entry["Match"].exists)
      || entry["offender"].exists && entry["rule"].exists
  }

  private static func finding(
    _ leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let rule = try leak.requiredString("RuleID")
    var location = Location(
      path: try leak.requiredString("File"),
      line: try leak.optionalInt("StartLine"),
      endLine: try leak.optionalInt("EndLine"),
      column: try leak.optionalInt("StartColumn")
    )
    location.commit = try leak.optionalString("Commit")
    return LeakedSecret(
      value: try leak.optionalString("Secret"),
      context: try leak.optionalString("Match")
    ).finding(
      rule: Rule(id: rule),
      title: try leak.optionalString("Description") ?? rule,
      location: location,
      digests
    )
  }

  private static func finding(
    ofVersion7 leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let rule = try leak.requiredString("rule")
    var location = Location(
      path: try leak.requiredString("file"),
      line: try leak.optionalInt("lineNumber")
    )
    location.commit = try leak.optionalString("commit")
    return LeakedSecret(
      value: try leak.optionalString("offender"),
      context: try leak.optionalString("line")
    ).finding(rule: Rule(id: rule), title: rule, location: location, digests)
  }
}
