internal import Findings
internal import Syntax

/// NeuVector: the CIS benchmarks for Docker and Kubernetes, and checks of its own.
public enum NeuVectorCompliance: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "neuvector-compliance",
    title: "NeuVector compliance JSON",
    provenOn: "a report of NeuVector's API",
    produce: "curl -H \"X-Auth-Token: $KEY\" $URL/v1/host/ID/compliance > compliance.json",
    finding: """
      One check with the level WARN, HIGH or ERROR. Identity: check and kind of target. NeuVector \
      states levels, not severities.
      """,
    outcome: "PASS is counted as passed; INFO, NOTE and MANUAL are left to a human.",
    precedence: 3
  )

  /// Items of a run beside the benchmarks' versions.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["items"].kind != .missing else { return false }
    return root["kubernetes_cis_version"].kind != .missing
      || root["docker_cis_version"].kind != .missing
  }

  /// Each failed check; the others are counted.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: "neuvector", category: .kubernetes)
    reading.forEach(try report.elements(of: "items")) { reading, item throws(SyntaxError) in
      switch try item.requiredString("level") {
      case "PASS": reading.checks.passed += 1
      case "INFO", "NOTE", "MANUAL": reading.checks.manual += 1
      case let level: reading.findings.append(try finding(item, level: level))
      }
    }
    return reading
  }

  private static func finding(_ item: JSON, level: String) throws(SyntaxError) -> Finding {
    let id = try item.requiredString("test_number")
    let title = MarkdownText.line(try item.requiredString("description"))
    let kind = item["type"].string ?? ""
    var names = IdentifierSet()
    for tag in item["tags"].strings { names.add(.framework, tag) }
    for (framework, _) in item["tags"].members { names.add(.framework, framework) }
    var location = Location()
    location.resource = kind.isEmpty ? nil : kind
    return Finding(
      rule: Rule(id: id, name: title, remediation: MarkdownText.clean(item["remediation"].string)),
      severity: .unknown,
      scannerSeverity: level,
      title: title,
      message: MarkdownText.clean(item["message"].strings.joined(separator: "\n")),
      location: location,
      identity: .cluster(check: id, cluster: "", object: kind),
      identifiers: names.sorted
    )
  }
}
