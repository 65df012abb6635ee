internal import Findings
internal import Syntax

/// Docker Bench for Security: the CIS Docker Benchmark on one host.
public enum DockerBench: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "docker-bench",
    title: "Docker Bench for Security JSON",
    provenOn: "Docker Bench 1.3.6",
    produce: "docker-bench-security.sh -l docker-bench (writes docker-bench.json)",
    finding: """
      One check with the result WARN or FAIL. Identity: the check. Docker Bench states no severity.
      """,
    outcome: """
      PASS is counted as passed, INFO and NOTE as left to a human. Partial without its end and score.
      """,
    precedence: 3
  )

  /// The tests of a known version.
  public static func recognises(_ report: Report) -> Bool {
    report.json.map { $0["dockerbenchsecurity"].exists && $0["tests"].kind != .missing } ?? false
  }

  /// Each check that failed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    var reading = Reading(
      scanner: format.name,
      version: root["dockerbenchsecurity"].nonEmpty,
      category: .container
    )
    if root["end"].int == nil { reading.gaps.append("the report does not tell of its end") }
    reading.forEach(try report.elements(of: "tests")) { reading, group throws(SyntaxError) in
      let results = try group.requiredArray("results").elements
      reading.forEach(results) { reading, check throws(SyntaxError) in
        switch try check.requiredString("result") {
        case "PASS": reading.checks.passed += 1
        case "INFO", "NOTE": reading.checks.manual += 1
        case let result where ["WARN", "FAIL"].contains(result):
          reading.findings.append(try finding(check, result))
        default: throw check.error("expected a known result")
        }
      }
    }
    return reading
  }

  private static func finding(_ check: JSON, _ result: String) throws(SyntaxError) -> Finding {
    let id = try check.requiredString("id")
    let title = MarkdownText.line(try check.requiredString("desc"))
    var names = IdentifierSet()
    names.add(.cis, "CIS Docker \(id)")
    return Finding(
      rule: Rule(
        id: id,
        name: title,
        description: MarkdownText.clean(
          check["remediation-impact"].nonEmpty.map { "Impact: \($0)" }
        ),
        remediation: MarkdownText.clean(check["remediation"].string)
      ),
      severity: .unknown,
      scannerSeverity: result,
      title: title,
      message: MarkdownText.clean(check["details"].string),
      location: Location(),
      identity: .resource(rule: id, address: "docker host", at: Place(path: "")),
      identifiers: names.sorted
    )
  }
}
