internal import Findings
internal import Syntax

/// TruffleHog 3: secrets in Git, files, images and services, one JSON value a line.
public enum TruffleHog: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "trufflehog",
    title: "TruffleHog JSON Lines",
    provenOn: "TruffleHog of 2022; the layout of 3.90",
    produce: "trufflehog git file://. --json --no-update > trufflehog.jsonl 2>&1",
    finding: """
      One leak at one place. Identity: detector and keyed digest of the secret. TruffleHog states \
      no severity: a leak is high, one that it verified critical.
      """,
    outcome: """
      Leaks go to standard output, the log to standard error: with both in the file a scan without \
      leaks is complete if its log says that it finished, and partial if it tells of errors. An \
      empty file is a failed scan.
      """,
    precedence: 3
  )

  /// Leaks, or lines of TruffleHog's own log.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry { isLeak($0) || isLog($0) } && !(report.json?.isArray ?? false)
  }

  /// Each leak; what the log says of the scan.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    let log = report.entries.filter(isLog)
    reading.collect(report.entries.filter { !isLog($0) }) { leak throws(SyntaxError) in
      try finding(leak, report.digests)
    }
    let errors = log.filter { $0["level"].equals("error") }
    reading.gaps = errors.prefix(5).map {
      MarkdownText.line("TruffleHog: \($0["msg"].string ?? "an error")", limit: 200)
    }
    let end = log.first { $0["msg"].equals("finished scanning") }
    reading.scannerVersion = end?["trufflehog_version"].nonEmpty
    if !log.isEmpty, end == nil { reading.gaps.append("the log does not say that it finished") }
    return reading
  }

  private static func isLeak(_ entry: JSON) -> Bool {
    entry["SourceMetadata"].exists && entry["DetectorName"].exists
  }

  private static func isLog(_ entry: JSON) -> Bool {
    entry["logger"].string?.hasPrefix("trufflehog") ?? false && entry["msg"].string != nil
  }

  private static func finding(
    _ leak: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let detector = try leak.requiredString("DetectorName")
    // One member, named after the kind of source.
    let sources = try leak.requiredObject("SourceMetadata").requiredObject("Data").members
    guard let source = sources.first(where: { $0.value.isObject })?.value else {
      throw leak.error("expected a source in SourceMetadata.Data")
    }
    let isVerified = leak["Verified"].bool == true
    let raw = try leak.requiredString("Raw")
    return LeakedSecret(value: leak["RawV2"].nonEmpty ?? raw, context: raw).finding(
      rule: Rule(
        id: detector,
        description: leak["DetectorDescription"].string,
        references: Links.among(leak["ExtraData"]["rotation_guide"])
      ),
      severity: LeakedSecret.severity(works: isVerified),
      scannerSeverity: isVerified ? "verified" : "unverified",
      title: "\(detector) secret",
      location: try location(source),
      digests
    )
  }

  private static func location(_ source: JSON) throws(SyntaxError) -> Location {
    let line = try source.optionalInt("line")
    var location = Location(
      path: try source.optionalString("file"),
      line: line == 0 ? nil : line
    )
    location.commit = try source.optionalString("commit")
    let tag = source["tag"].nonEmpty.map { ":\($0)" } ?? ""
    location.image = source["image"].nonEmpty.map { MarkdownText.line($0 + tag) }
    return location
  }
}
