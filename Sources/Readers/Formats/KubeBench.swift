internal import Findings
internal import Syntax

/// kube-bench: the checks of the CIS Kubernetes Benchmark on one kind of node.
public enum KubeBench: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-bench",
    title: "kube-bench JSON",
    provenOn: "kube-bench 0.3 to 0.10",
    produce: "kube-bench run --json --outputfile kube-bench.json",
    finding: """
      One check with the status FAIL or WARN on one role of node. Identity: check and role. \
      kube-bench states no severity.
      """,
    outcome: """
      Checks marked as manual are counted as manual, skipped ones as muted. A report without \
      controls is a failed scan.
      """,
    precedence: 3
  )

  /// An object of controls and totals, a bare list of controls, or one control after another.
  public static func recognises(_ report: Report) -> Bool {
    controls(of: report).prefix(20).contains { $0["node_type"].exists && $0["tests"].exists }
      || report.json.map { $0["Totals"]["total_pass"].int != nil } ?? false
  }

  /// Each control's checks.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .kubernetes)
    let controls = controls(of: report)
    if controls.isEmpty { reading.failure = "no control was run" }
    for control in controls {
      do {
        try reading.add(control)
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    return reading
  }

  private static func controls(of report: Report) -> [JSON] {
    guard let root = report.json else { return report.lines ?? [] }
    if root.isArray { return Array(root.elements) }
    return root["Controls"].kind == .missing
      ? (root["node_type"].exists ? [root] : []) : Array(root["Controls"].elements)
  }
}

extension Reading {
  fileprivate mutating func add(_ control: JSON) throws(SyntaxError) {
    let role = try control.requiredString("node_type")
    let benchmark = control["version"].text.map { "CIS Kubernetes \($0.trimmingPrefix("cis-"))" }
    for group in try control.requiredArray("tests").elements {
      let results = group["results"]
      guard results.isArray else {
        skipped.add(ReadError(group.error("expected an array of results")))
        continue
      }
      for check in results.elements { count(check) }
      collect(results.elements) { check throws(SyntaxError) in
        try KubeBench.finding(check, role: role, benchmark: benchmark)
      }
    }
  }

  private mutating func count(_ check: JSON) {
    if check["status"].equals("PASS") { checks.passed += 1 }
    if check["status"].equals("INFO") { checks.muted += 1 }
    if check["status"].equals("WARN"), KubeBench.isManual(check) { checks.manual += 1 }
  }
}

extension KubeBench {
  /// Whether nothing was tested because only a human can.
  fileprivate static func isManual(_ check: JSON) -> Bool {
    check["type"].equals("manual") || check["reason"].equals("Test marked as a manual test")
  }

  /// The finding of a check; nil if it is none.
  fileprivate static func finding(
    _ check: JSON,
    role: String,
    benchmark: String?
  ) throws(SyntaxError) -> Finding? {
    let id = try check.requiredString("test_number")
    let title = MarkdownText.line(try check.requiredString("test_desc"))
    let status = try check.requiredString("status")
    switch status {
    case "PASS", "INFO": return nil
    case "FAIL": break
    case "WARN": if isManual(check) { return nil }
    default: throw check.error("expected PASS, FAIL, WARN or INFO as the status")
    }
    var names = IdentifierSet()
    if let benchmark { names.add(.cis, "\(benchmark) \(id)") }
    var location = Location()
    location.resource = role
    let expected = check["expected_result"].nonEmpty.map { "Expected: \($0)" }
    return Finding(
      rule: Rule(id: id, name: title, remediation: MarkdownText.clean(check["remediation"].string)),
      severity: .unknown,
      scannerSeverity: status,
      title: title,
      message: MarkdownText.clean(expected),
      location: location,
      identity: .cluster(check: id, cluster: "", object: role),
      identifiers: names.sorted
    )
  }
}
