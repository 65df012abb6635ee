internal import Findings
internal import Syntax

/// Kingfisher: secrets in files and Git history, many of them validated.
public enum Kingfisher: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kingfisher",
    title: "Kingfisher JSON and JSON Lines",
    provenOn: "Kingfisher 2.14; the layout of 1.20 and later",
    produce: "kingfisher scan . --format json --output kingfisher.json",
    finding: """
      One secret at one place. Identity: rule and keyed digest of the secret. Kingfisher states no \
      severity: a leak is high, an active credential critical.
      """,
    outcome: """
      Partial if the audit counts repositories that were scanned in part, not fetched or not \
      scanned; failed if none was scanned.
      """,
    precedence: 3
  )

  /// Records of rule and finding, in a list of their own or beside facts of the scan.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry { entry in
      isRecord(entry) || isSummary(entry)
        || entry["findings"].exists && entry["metadata"]["kingfisher_version"].exists
        || entry["findings"].elements.prefix(20).contains(where: isRecord)
    }
  }

  /// Each record as a finding, and what the audit says of the scan.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    for entry in report.entries {
      reading.scannerVersion =
        reading.scannerVersion ?? entry["metadata"]["kingfisher_version"].nonEmpty
        ?? entry["kingfisher"]["version_used"].nonEmpty
      reading.addOutcome(entry["audit"]["summary"])
      if isSummary(entry) { continue }
      let records = entry["findings"].isArray ? Array(entry["findings"].elements) : [entry]
      reading.collect(records) { record throws(SyntaxError) in try finding(record, report.digests) }
      reading.failIfNone(of: entry["metadata"]["summary"]["findings"].int, "findings")
    }
    return reading
  }

  private static func isRecord(_ entry: JSON) -> Bool {
    entry["rule"]["id"].exists && entry["finding"]["snippet"].exists
  }

  /// What stands beside the records in JSON Lines, and behind them in JSON.
  private static func isSummary(_ entry: JSON) -> Bool {
    entry["kingfisher"]["version_used"].exists
      || entry.count == 1 && (entry["access_map"].exists || entry["audit"]["summary"].exists)
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
      rule: Rule(
        id: id,
        name: rule["name"].nonEmpty,
        description: rule["description"].string
      ),
      severity: LeakedSecret.severity(works: status == "Active Credential"),
      scannerSeverity: status,
      title: rule["name"].nonEmpty ?? id,
      location: location,
      digests
    )
  }
}

extension Reading {
  fileprivate mutating func addOutcome(_ audit: JSON) {
    let counts = ["scan_partial", "scan_failed", "fetch_failed", "pending"].map {
      audit[member: $0].int ?? 0
    }
    let missed = counts.reduce(0, +)
    if missed > 0 { gaps.append("repositories not scanned in whole: \(missed)") }
    if missed > 0, audit["scan_succeeded"].int == 0, counts[0] == 0 {
      failure = "no repository was scanned"
    }
  }
}
