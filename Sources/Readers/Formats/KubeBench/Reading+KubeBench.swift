internal import Findings
internal import Syntax

extension Reading {
  /// Adds the checks of a control.
  mutating func add(kubeBench control: JSON) throws(SyntaxError) {
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
