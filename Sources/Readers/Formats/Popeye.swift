internal import Findings
internal import Syntax

/// Popeye: what is amiss with the objects of a live cluster.
public enum Popeye: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "popeye",
    title: "Popeye JSON",
    provenOn: "the layouts of Popeye 0.9 and 0.20",
    produce: "popeye --out json > popeye.json",
    finding: """
      One issue of one object or of a container in it, above the level OK. Identity: the code of \
      the issue and the object as its owner is called.
      """,
    outcome: """
      Objects that are well are counted as passed. Partial if Popeye met errors, or if a \
      section counts issues and lists none: its objects could not be listed.
      """,
    precedence: 3
  )

  /// Sections with tallies and issues.
  public static func recognises(_ report: Report) -> Bool {
    guard let popeye = report.json?["popeye"] else { return false }
    return popeye["sanitizers"].isArray || popeye["sections"].isArray
  }

  /// Each section's issues.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .kubernetes) { reading, root throws(SyntaxError) in
      let cluster = MarkdownText.line(root["ClusterName"].string ?? "")
      let popeye = root["popeye"]
      let sections = popeye["sections"].exists ? popeye["sections"] : popeye["sanitizers"]
      let errors = popeye["errors"].count
      if errors > 0 { reading.gaps.append("Popeye met errors: \(errors)") }
      reading.forEach(try sections.asArray().elements) { reading, section throws(SyntaxError) in
        try reading.add(section, cluster)
      }
    }
  }

  fileprivate static func finding(
    _ issue: JSON,
    of object: String,
    in section: String,
    _ cluster: String
  ) throws(SyntaxError) -> Finding? {
    guard let level = try issue.optionalInt("level") else { throw issue.error("expected a level") }
    let text = MarkdownText.line(try issue.requiredString("message"))
    let levels: [(Severity, String)] = [(.info, "info"), (.medium, "warning"), (.high, "error")]
    guard level > 0 else { return nil }
    guard level <= levels.count else { throw issue.error("expected a level of 0 to 3") }
    let (severity, word) = levels[level - 1]
    // `[POP-106] No resources requests/limits defined`
    let code = text.hasPrefix("[POP-") ? text.dropFirst().prefix { $0 != "]" } : "POP"
    let title = text.hasPrefix("[POP-") ? text.drop { $0 != "]" }.dropFirst(2) : text[...]
    let group = try issue.optionalString("group") ?? "__root__"
    let container = group == "__root__" ? "" : "/\(group)"
    let address = MarkdownText.line(WorkloadName.address(of: object, among: section) + container)
    var location = Location()
    location.resource = address
    location.cluster = cluster.isEmpty ? nil : cluster
    return Finding(
      rule: Rule(id: String(code)),
      severity: severity,
      scannerSeverity: word,
      title: String(title),
      location: location,
      identity: .cluster(check: String(code), cluster: cluster, object: address)
    )
  }
}

extension Reading {
  fileprivate mutating func add(_ section: JSON, _ cluster: String) throws(SyntaxError) {
    let name = try section.asObject()["linter"].string ?? section["sanitizer"].string
    guard let name else { throw section.error("expected a linter or sanitizer") }
    let tally = try section.requiredObject("tally")
    checks.passed += tally["ok"].int ?? 0
    let before = findings.count
    let skippedBefore = skipped.count
    let objects = try section.optionalObject("issues").members.filter { $0.value.exists }
    forEach(objects) { reading, object throws(SyntaxError) in
      reading.collect(try object.value.asArray().elements) { issue throws(SyntaxError) in
        try Popeye.finding(issue, of: object.key, in: name, cluster)
      }
    }
    let counted = ["info", "warning", "error"].reduce(0) { $0 + (tally[member: $1].int ?? 0) }
    if findings.count == before, skipped.count == skippedBefore, counted > 0 {
      gaps.append("could not be listed: \(MarkdownText.line(name, limit: 100))")
    }
  }
}
