internal import Findings
internal import Syntax

/// StackHawk: findings of HawkScan, as its web hook tells them.
public enum StackHawk: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "stackhawk",
    title: "StackHawk web hook JSON",
    provenOn: "HawkScan 2.1 (Generic Webhook, `scanCompleted`)",
    produce: "Integrations › Generic Webhook › scan completed",
    finding: """
      One path of one finding. Identity: the plug-in, method and path with its identifiers \
      replaced. Accepted risks and false positives are suppressed.
      """,
    outcome: "Failed unless the scan's status is completed; partial when it counts more paths.",
    precedence: 3
  )

  /// A completed scan of the service.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["service"].equals("StackHawk") || root["scanCompleted"]["scan"].exists
  }

  /// Each path of each finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    do {
      let completed = try root.requiredObject("scanCompleted")
      let scan = completed["scan"]
      var reading = Reading(
        scanner: format.name,
        version: scan["hawkscanVersion"].nonEmpty,
        category: .dast
      )
      if !scan["status"].equals("COMPLETED") { reading.failure = "the scan is not completed" }
      for finding in try completed.requiredArray("findings").elements {
        let paths = Array(finding["paths"].elements)
        reading.collect(paths.isEmpty ? [finding] : paths) { path throws(SyntaxError) in
          _ = try finding.asObject().requiredArray("paths")
          return try alert(finding, at: paths.isEmpty ? nil : path).finding
        }
        if let total = finding["totalCount"].int, total > max(1, paths.count) {
          let id = MarkdownText.line(finding["pluginId"].text ?? "?", limit: 40)
          reading.gaps.append("\(paths.count) of \(total) paths of \(id) are in the report")
        }
      }
      return reading
    } catch {
      throw ReadError(error)
    }
  }

  private static func alert(_ finding: JSON, at path: JSON?) throws(SyntaxError) -> WebAlert {
    let name = try finding.requiredString("pluginName")
    let host = finding["host"].string ?? ""
    var alert = WebAlert(
      Rule(id: finding["pluginId"].text ?? name, name: name),
      Severity.usual(try finding.requiredString("severity")),
      at: host + (try path?.requiredString("path") ?? "")
    )
    alert.method = path?["method"].nonEmpty
    switch path?["status"].string {
    case "FALSE_POSITIVE": alert.suppression = Suppression(justification: "false positive")
    case "RISK_ACCEPTED": alert.suppression = Suppression(justification: "risk accepted")
    default: break
    }
    return alert
  }
}
