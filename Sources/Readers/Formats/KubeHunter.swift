internal import Findings
internal import Syntax

/// kube-hunter: weaknesses of a cluster as an attacker sees them.
public enum KubeHunter: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kube-hunter",
    title: "kube-hunter JSON",
    provenOn: "the layout of kube-hunter 0.6",
    produce: "kube-hunter --cidr 10.0.0.0/24 --report json > kube-hunter.json",
    finding: """
      One vulnerability at one location. Identity: its number, else its name, and the location. \
      Evidence is not read: it holds tokens.
      """,
    outcome: "A report without nodes, services and vulnerabilities is a failed scan.",
    precedence: 3
  )

  /// Nodes, services and vulnerabilities.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["nodes"].kind != .missing && root["services"].kind != .missing
      && root["vulnerabilities"].kind != .missing && root["apiVersion"].kind == .missing
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .kubernetes) { reading, root throws(SyntaxError) in
      reading.collect(try root.requiredArray("vulnerabilities").elements, finding)
      let reached = try root.requiredArray("nodes").count + root.requiredArray("services").count
      if reached == 0, reading.findings.isEmpty, reading.skipped.count == 0 {
        reading.failure = "the report names no node and no service: nothing was reached"
      }
    }
  }

  private static func finding(_ entry: JSON) throws(SyntaxError) -> Finding {
    let name = MarkdownText.line(try entry.requiredString("vulnerability"))
    let severity = try entry.requiredString("severity")
    let place = MarkdownText.line(try entry.requiredString("location"))
    let number = try entry.optionalString("vid")
    let id = number.flatMap { $0 == "None" || $0.isEmpty ? nil : $0 } ?? name
    var location = Location()
    location.resource = place
    // A pod that hunts inside the cluster is named anew each time: `Local to Pod (kube-hunter-x2x9z)`.
    let object = place.hasPrefix("Local to Pod") ? "Local to Pod" : place
    let category = entry["category"].nonEmpty.map { "Category: \($0)" }
    return Finding(
      rule: Rule(
        id: id,
        name: name,
        description: MarkdownText.clean(entry["description"].string),
        references: Links.among(entry["avd_reference"])
      ),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: name,
      message: MarkdownText.clean(category),
      location: location,
      identity: .cluster(check: id, cluster: "", object: object)
    )
  }
}
