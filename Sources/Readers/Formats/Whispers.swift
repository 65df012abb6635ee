internal import Findings
internal import Syntax

/// Whispers: secrets in configuration files and scripts.
public enum Whispers: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "whispers",
    title: "Whispers JSON",
    provenOn: "Whispers 2.4 and earlier",
    produce: "whispers --output whispers.json --json .",
    finding: "One value of one key. Identity: rule and keyed digest of the value.",
    outcome: "`[]` is a complete scan without secrets, if the file's name says whispers.",
    precedence: 3
  )

  /// A list of keys and their values.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["key"].exists && $0["value"].exists && $0["file"].exists
        && ($0["rule_id"].exists || $0["rule"].exists) && $0["severity"].exists
    } || report.isEmptyList(of: format.name)
  }

  /// Each value as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    reading.collect(report.entries) { leak throws(SyntaxError) in
      try finding(leak, report.digests)
    }
    return reading
  }

  private static func finding(
    _ leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    guard let value = leak["value"].text else { throw leak.error("expected a value") }
    let rule = try leak.optionalString("rule_id") ?? leak["rule"].string
    guard let rule else { throw leak.error("expected a rule") }
    let severity = try leak.requiredString("severity")
    let line = try leak.optionalInt("line")
    let path = try leak.requiredString("file")
    // A rule about files quotes the file's name.
    return LeakedSecret(value: value == path ? nil : value).finding(
      rule: Rule(id: rule, name: leak["message"].nonEmpty),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: "\(leak["message"].nonEmpty ?? rule) in \(leak["key"].text ?? "a key")",
      location: Location(
        path: path,
        line: line == 0 ? nil : line
      ),
      digests
    )
  }
}
