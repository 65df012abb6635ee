internal import Findings
internal import Syntax

/// Kingfisher: secrets in files and Git history, many of them validated.
public enum Kingfisher: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kingfisher",
    title: "Kingfisher JSON and JSON Lines",
    provenOn: "the layouts documented for Kingfisher 1.60 and later",
    produce: "kingfisher scan . --format json --output kingfisher.json",
    finding: """
      One secret at one place. Identity: rule and keyed digest of the secret. Kingfisher states no \
      severity: a leak is high, an active credential critical.
      """,
    outcome: "A report without findings is a complete scan: Kingfisher does not say more.",
    precedence: 3
  )

  /// Records of rule and finding, in a list of their own or beside facts of the scan.
  public static func recognises(_ report: Report) -> Bool {
    if report.hasEntry(where: isRecord) { return true }
    return report.hasEntry {
      $0["findings"].isArray
        && ($0["findings"].elements.prefix(20).contains(where: isRecord)
          || $0["metadata"]["confidence_level"].exists)
    }
  }

  /// Each record as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    for entry in report.entries {
      // Beside the records stand maps of access and facts of the scan.
      if entry["access_map"].exists || entry["audit"].exists, !entry["findings"].exists { continue }
      let records = entry["findings"].isArray ? Array(entry["findings"].elements) : [entry]
      reading.collect(records) { record throws(SyntaxError) in try finding(record, report.digests) }
    }
    return reading
  }

  private static func isRecord(_ entry: JSON) -> Bool {
    entry["rule"]["id"].exists && entry["finding"]["snippet"].exists
  }

  private static func finding(
    _ record: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let rule = try record.requiredObject("rule")
    let found = try record.requiredObject("finding")
    let id = try rule.requiredString("id")
    let status = found["validation"]["status"].nonEmpty
    let git = found["git_metadata"]
    let path = try found.requiredString("path")
    let line = try found.optionalInt("line")
    var location = Location(
      path: git["file"]["path"].nonEmpty ?? path,
      line: line == 0 ? nil : line,
      column: try found.optionalInt("column_start")
    )
    location.commit = git["commit"]["id"].nonEmpty
    return LeakedSecret(value: try found.requiredString("snippet")).finding(
      rule: Rule(id: id, name: rule["name"].nonEmpty),
      severity: LeakedSecret.severity(works: status == "Active Credential"),
      scannerSeverity: status,
      title: rule["name"].nonEmpty ?? id,
      location: location,
      digests
    )
  }
}
