internal import Findings
internal import Syntax

/// truffleHog3, a scanner of its own, and truffleHog 2, whose layout its first versions kept.
public enum TruffleHog3: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "trufflehog3",
    title: "truffleHog3 JSON",
    provenOn: "truffleHog3 2.0 and 3.0; the layout of truffleHog 2.2",
    produce: "trufflehog3 --format json --output trufflehog3.json .",
    finding: """
      One secret; in the older layout one reason to suspect a commit's file, with all its strings. \
      Identity: rule and keyed digest of the secret or strings. The older layout states no \
      severity: a leak is high.
      """,
    outcome: "`[]` is a complete scan without secrets, if the file's name says trufflehog3.",
    precedence: 3
  )

  /// A list of secrets with their rules, or of reasons with the strings found.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry(where: isLeak) || report.isEmptyList(of: format.name)
  }

  /// Each secret, or each reason.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    reading.collect(report.entries) { leak throws(SyntaxError) in
      leak["stringsFound"].exists
        ? try finding(ofVersion2: leak, report.digests) : try finding(leak, report.digests)
    }
    return reading
  }

  private static func isLeak(_ entry: JSON) -> Bool {
    entry["reason"].exists && entry["stringsFound"].exists && entry["branch"].exists
      || entry["secret"].exists && entry["rule"]["id"].exists && entry["path"].exists
  }

  private static func finding(
    _ leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let rule = try leak.requiredObject("rule")
    let id = try rule.requiredString("id")
    let severity = try rule.optionalString("severity")
    let lines = leak["context"].members.compactMap { $0.value.string }
    var location = Location(
      path: try leak.requiredString("path"),
      line: try leak.optionalInt("line")
    )
    location.commit = try leak.optionalString("commit")
    return LeakedSecret(
      value: try leak.requiredString("secret"),
      context: lines.joined(separator: "\n")
    ).finding(
      rule: Rule(id: id, name: rule["message"].nonEmpty),
      severity: severity.map { Severity(word: $0) } ?? .high,
      scannerSeverity: severity,
      title: rule["message"].nonEmpty ?? id,
      location: location,
      digests
    )
  }

  private static func finding(
    ofVersion2 leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let reason = try leak.requiredString("reason")
    let strings = try leak.requiredArray("stringsFound").strings
    var location = Location(path: try leak.requiredString("path"))
    location.commit = try leak.optionalString("commitHash")
    return LeakedSecret(
      value: Set(strings).sorted().joined(separator: "\n"),
      context: leak["printDiff"].string
    ).finding(
      rule: Rule(id: reason),
      title: reason,
      message: strings.count > 1 ? "\(strings.count) strings." : nil,
      location: location,
      digests
    )
  }
}
