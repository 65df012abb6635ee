internal import Findings
internal import Syntax

/// ggshield, GitGuardian's scanner: secrets in files, commits, images and archives.
public enum GGShield: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "ggshield",
    title: "ggshield JSON",
    provenOn: "ggshield of 2021; the layout of 1.40",
    produce: "ggshield secret scan path --recursive --yes --json --output ggshield.json .",
    finding: """
      One match of one secret. Identity: detector and keyed digest of the secret's own hash. What \
      ggshield was told to ignore is suppressed. ggshield states no severity: a leak is high, one \
      that GitGuardian found valid critical.
      """,
    outcome: """
      Partial if `errors` names files that could not be scanned; failed if the report counts \
      incidents and lists none.
      """,
    precedence: 3
  )

  /// Totals of incidents and occurrences of a scan.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["total_incidents"].int != nil && root["total_occurrences"].int != nil
      && root["type"].string != nil
  }

  /// The incidents of the scan and of the scans inside it.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .secrets) { reading, root in
      reading.forEach([root]) { reading, scan throws(SyntaxError) in
        try reading.add(scan, depth: 0, report.digests)
      }
      // A number that is none may stand for any.
      reading.failIfNone(of: root["total_incidents"].int ?? 1, "incidents")
    }
  }

  fileprivate static func findings(
    _ incident: JSON,
    at place: Location,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> [Finding] {
    let type = try incident.requiredString("type")
    let hash = try incident.optionalString("ignore_sha")
    let validity = try incident.optionalString("validity")
    var findings: [Finding] = []
    for occurrence in try incident.requiredArray("occurrences").elements {
      let match = try occurrence.requiredString("match")
      let kind = try occurrence.optionalString("type") ?? ""
      var location = place
      location.line = try occurrence.optionalInt("line_start")
      location.endLine = try occurrence.optionalInt("line_end")
      let leak = LeakedSecret(value: hash.map { "\($0) \(kind)" } ?? match, context: match)
      var finding = leak.finding(
        rule: Rule(id: type, references: Links.among(incident["incident_url"])),
        severity: LeakedSecret.severity(works: validity == "valid"),
        scannerSeverity: validity,
        title: kind.isEmpty ? type : "\(type): \(kind)",
        location: location,
        digests
      )
      if incident["ignore_reason"].exists {
        let words = [incident["ignore_reason"]["kind"], incident["ignore_reason"]["detail"]]
        let reason = words.compactMap { $0.nonEmpty }.joined(separator: ": ")
        finding.suppression = leak.suppression(reason)
      }
      findings.append(finding)
    }
    return findings
  }
}

extension Reading {
  fileprivate mutating func add(
    _ scan: JSON,
    depth: Int,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    let isCommit = try scan.asObject()["type"].equals("commit")
    forEach(try scan.optionalArray("entities_with_incidents").elements) {
      reading,
      file throws(SyntaxError) in
      var place = Location(path: try file.requiredString("filename"))
      place.commit = isCommit ? scan["id"].string : nil
      reading.forEach(try file.requiredArray("incidents").elements) {
        reading,
        incident throws(SyntaxError) in
        reading.findings += try GGShield.findings(incident, at: place, digests)
      }
    }
    forEach(try scan.optionalArray("errors").elements.prefix(5)) {
      reading,
      error throws(SyntaxError) in
      let description = try error.requiredString("description")
      reading.gaps.append(MarkdownText.line(description, limit: 200))
    }
    if depth == 4 { return }
    forEach(try scan.optionalArray("scans").elements) { reading, inner throws(SyntaxError) in
      try reading.add(inner, depth: depth + 1, digests)
    }
  }
}
