internal import Findings
internal import Syntax

/// A report of a cluster against a benchmark: control by control, in detail or as sums.
struct OperatorCompliance {
  /// What the report says.
  let status: JSON
  /// The benchmark's name.
  let title: String
  private let benchmark: String

  init(_ object: JSON) throws(SyntaxError) {
    status = try object.requiredObject("status")
    benchmark = MarkdownText.line(object["metadata"]["name"].string ?? "")
    let titles = [
      status["detailReport"]["title"], status["summaryReport"]["title"],
      object["spec"]["compliance"]["title"],
    ]
    title = titles.lazy.compactMap { $0.nonEmpty }.first.map { MarkdownText.line($0) } ?? benchmark
  }

  /// A failed check of a control; nil for one that passed.
  func check(_ entry: JSON, of control: JSON) throws(SyntaxError) -> Finding? {
    guard let check = try OperatorCheck(entry) else { return nil }
    let number = MarkdownText.line(try control.requiredString("id"))
    let target = entry["target"].nonEmpty.map { Self.workload($0) }
    var location = Location()
    location.resource = target
    return check.finding(
      severity: check.severity ?? control["severity"].nonEmpty,
      location: location,
      identity: .cluster(
        check: "\(benchmark)/\(number)/\(check.rule.id)",
        cluster: "",
        object: target ?? ""
      ),
      identifiers: names(of: number)
    )
  }

  /// A control of which checks failed; nil if none did, or if it is left to a human.
  func control(_ entry: JSON) throws(SyntaxError) -> Finding? {
    let number = MarkdownText.line(try entry.requiredString("id"))
    guard let failed = try entry.optionalInt("totalFail"), failed > 0 else { return nil }
    let severity = try entry.optionalString("severity")
    let rule = Rule(id: number, name: MarkdownText.line(try entry.requiredString("name")))
    return Finding(
      rule: rule,
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: rule.name,
      message: "Failed checks: \(failed)",
      location: Location(),
      identity: .cluster(check: "\(benchmark)/\(number)", cluster: "", object: ""),
      identifiers: names(of: number).sorted
    )
  }

  /// The address of a target such as `ReplicaSet/web-7d9c8b6f5d`; a target of another form as it is.
  private static func workload(_ target: String) -> String {
    let parts = target.split(separator: "/")
    guard parts.count == 2 else { return MarkdownText.path(target) }
    return MarkdownText.path(
      WorkloadName.address(namespace: nil, kind: String(parts[0]), name: String(parts[1]))
    )
  }

  private func names(of number: String) -> IdentifierSet {
    var names = IdentifierSet()
    names.add(title.hasPrefix("CIS") ? .cis : .framework, "\(title) \(number)")
    return names
  }
}
