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
        try reading.add(kubeBench: control)
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
