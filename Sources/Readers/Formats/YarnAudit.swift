internal import Findings
internal import Syntax

/// yarn audit: the JSON Lines of Yarn 1 and of Yarn 4; Yarn 2 and 3 write what npm 6 does.
public enum YarnAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "yarn-audit",
    title: "yarn audit JSON Lines",
    provenOn: "Yarn 1.22; Yarn 4 on no real report yet",
    produce: "yarn audit --json > yarn-audit.json",
    finding: """
      One advisory of one installed version of a package; each way that leads to it is an \
      occurrence. Identity: advisory and package.
      """,
    outcome: "Yarn 1: failed if it says so, partial without its summary at the end.",
    precedence: 3
  )

  /// Lines of a known type (Yarn 1) or a tree of advisories (Yarn 4).
  public static func recognises(_ report: Report) -> Bool {
    report.entries.prefix(20).contains { isAudit($0) || isTree($0) }
  }

  /// Each line's advisory.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let lines = report.entries
    if lines.contains(where: isTree) {
      reading.collect(lines) { line throws(SyntaxError) in try finding(version4: line) }
      return reading
    }
    reading.collect(lines) { line throws(SyntaxError) in
      switch try line.requiredString("type") {
      case "auditAdvisory": try finding(version1: line.requiredObject("data"))
      default: nil
      }
    }
    if let error = lines.first(where: { $0["type"].equals("error") }) {
      let text = error["data"].string ?? "an error without words"
      reading.failure = MarkdownText.line("yarn: \(text)", limit: 200)
    } else if let summary = lines.first(where: { $0["type"].equals("auditSummary") }) {
      let counts = summary["data"]["vulnerabilities"]
      if !counts.isObject { reading.gaps.append("the audit's summary has no counts") }
      if reading.findings.isEmpty, counts.members.contains(where: { ($0.value.int ?? 0) > 0 }) {
        reading.failure = "the summary counts vulnerabilities and no line tells of any"
      }
    } else {
      reading.gaps.append("the audit's summary is missing")
    }
    return reading
  }

  private static func isAudit(_ line: JSON) -> Bool {
    line["type"].equals("auditAdvisory") && line["data"].isObject
      || line["type"].equals("auditSummary") && line["data"]["vulnerabilities"].kind != .missing
      || line["type"].equals("error") && line["data"].string != nil
  }

  private static func isTree(_ line: JSON) -> Bool {
    line["value"].string != nil && line["children"]["Issue"].kind != .missing
  }

  /// An advisory and one way to the package: what is installed there is found by that way.
  private static func finding(version1 data: JSON) throws(SyntaxError) -> Finding {
    let advisory = try data.requiredObject("advisory")
    let path = data["resolution"]["path"].string ?? ""
    let findings = try advisory.requiredArray("findings").elements
    let installed = findings.first { $0["paths"].strings.contains(path) } ?? advisory["findings"][0]
    return try NPMAdvisory(version1: advisory, installed: installed).finding
  }

  private static func finding(version4 line: JSON) throws(SyntaxError) -> Finding {
    let entry = try line.requiredObject("children")
    let link = entry["URL"].string ?? ""
    let number = entry["ID"].text.map { "npm-\($0)" }
    let names = IdentifierSet([link])
    guard let id = names.advisory ?? number else { throw entry.error("expected an ID or a URL") }
    let versions = entry["Tree Versions"].strings
    var vulnerability = PackageVulnerability(
      id,
      of: Package(
        try line.requiredString("value"),
        in: "npm",
        version: versions.isEmpty ? nil : versions.joined(separator: ", ")
      ),
      severity: try entry.requiredString("Severity")
    )
    vulnerability.title = try entry.requiredString("Issue")
    vulnerability.description = entry["Vulnerable Versions"].nonEmpty.map {
      "Affected versions: `\($0)`"
    }
    vulnerability.links = [link]
    return vulnerability.finding
  }
}
