internal import Findings
internal import Syntax

/// Dependency-Track: the findings of a project, as its API and its exports list them.
public enum DependencyTrack: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "dependency-track",
    title: "Dependency-Track finding packaging format",
    provenOn: "Dependency-Track 3.4 to 4.14",
    produce: "curl -H \"X-Api-Key: $KEY\" $URL/api/v1/finding/project/$UUID/export > findings.json",
    finding: """
      One vulnerability of one component of one project. Identity: advisory, package and project. \
      Suppressed: what was suppressed there, with the state of its analysis.
      """,
    outcome: "A report without a list of findings says nothing: a failed scan.",
    precedence: 3
  )

  /// An export that Dependency-Track signs with its name.
  public static func recognises(_ report: Report) -> Bool {
    report.json.map { $0["meta"]["application"].equals("Dependency-Track") } ?? false
  }

  /// Each finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    var reading = Reading(
      scanner: format.name,
      version: root["meta"]["version"].nonEmpty,
      category: .dependency,
      target: root["project"]["name"].nonEmpty.map { MarkdownText.line($0) }
    )
    guard root["findings"].exists else {
      reading.failure = "the report has no list of findings"
      return reading
    }
    reading.collect(try report.elements(of: "findings")) { entry throws(SyntaxError) in
      try finding(entry)
    }
    return reading
  }

  private static func finding(_ entry: JSON) throws(SyntaxError) -> Finding {
    let component = try entry.requiredObject("component")
    let record = try entry.requiredObject("vulnerability")
    let name = try component.requiredString("name")
    let group = component["group"].nonEmpty.map { "\($0)/" } ?? ""
    let package =
      Package(url: component["purl"].string)
      ?? Package(group + name, in: nil, version: component["version"].string)
    let severity = try record.optionalString("severity")
    var vulnerability = PackageVulnerability(
      try record.requiredString("vulnId"),
      of: package,
      severity: severity
    )
    for alias in record["aliases"].elements {
      for (key, name) in alias.members where key.hasSuffix("Id") {
        if let name = name.string { vulnerability.names.add(name) }
      }
    }
    for weakness in [record["cweId"]] + record["cwes"].elements.map({ $0["cweId"] }) {
      if let number = weakness.text { vulnerability.names.add(cwe: number) }
    }
    // Version 4.14 leaves `Base` out of the names.
    let scores: [(StaticString, StaticString, StaticString, Double)] = [
      ("cvssV4Score", "cvssV4Score", "cvssV4Vector", 4),
      ("cvssV3BaseScore", "cvssV3Score", "cvssV3Vector", 3),
      ("cvssV2BaseScore", "cvssV2Score", "cvssV2Vector", 2),
    ]
    for (old, new, vector, version) in scores {
      vulnerability.ratings.add(
        score: record[old].double ?? record[new].double,
        vector: record[vector].string,
        version: version
      )
    }
    vulnerability.title = record["title"].nonEmpty
    vulnerability.description = record["description"].string
    vulnerability.remediation = record["recommendation"].string
    vulnerability.links = [record["references"].string ?? ""]
    let analysis = entry["analysis"]
    let words = [analysis["state"].nonEmpty, analysis["detail"].nonEmpty].compactMap { $0 }
    let decision = words.isEmpty ? nil : MarkdownText.clean(words.joined(separator: ": "))
    if analysis["isSuppressed"].bool == true {
      vulnerability.suppression = Suppression(justification: decision)
    } else {
      vulnerability.message = decision.map { "Analysis: \($0)" }
    }
    return vulnerability.finding
  }
}
