internal import Findings
internal import Syntax

/// Dependabot: GitHub's alerts on vulnerable dependencies, from its GraphQL or REST interface.
public enum Dependabot: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "dependabot",
    title: "GitHub Dependabot alerts",
    provenOn: "GitHub's GraphQL interface; the REST interface on no real report yet",
    produce: "gh api --paginate repos/OWNER/REPOSITORY/dependabot/alerts > dependabot.json",
    finding: """
      One open alert. Identity: advisory, package and manifest. Dismissed alerts are suppressed, \
      fixed ones are no findings.
      """,
    outcome: "Failed if GraphQL answers with errors, partial if it says that there are more pages.",
    precedence: 3
  )

  /// Alerts in a list (REST) or in the nodes of a repository or a search (GraphQL).
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root.elements.prefix(20).contains { $0["security_advisory"].isObject }
      || !connections(in: root["data"]).isEmpty
      || root["errors"].isArray && root["data"].kind != .missing
  }

  /// Each alert that is not fixed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    if root["errors"].isArray {
      let message = root["errors"][0]["message"].string ?? "GraphQL answered with errors"
      reading.failure = MarkdownText.line("GitHub: \(message)", limit: 200)
      return reading
    }
    if root.isArray {
      reading.collect(root.elements) { alert throws(SyntaxError) in
        try DependabotAlert(rest: alert).finding
      }
      return reading
    }
    let connections = connections(in: root["data"])
    if connections.isEmpty { throw ReadError(problem: "expected alerts under `data`") }
    reading.forEach(connections) { reading, connection throws(SyntaxError) in
      if connection["pageInfo"]["hasNextPage"].bool == true {
        reading.gaps.append("GitHub says that there are further pages of alerts")
      }
      reading.collect(try connection.requiredArray("nodes").elements) { alert throws(SyntaxError) in
        try DependabotAlert(graph: alert).finding
      }
    }
    return reading
  }

  /// The lists of alerts, of one repository or of each that a search found.
  private static func connections(in data: JSON) -> [JSON] {
    let nodes = Array(data["search"]["nodes"].elements)
    let owners =
      [data["repository"]] + nodes + data["repository"]["search"]["nodes"].elements
      + data["organization"]["repositories"]["nodes"].elements
    return owners.map { $0["vulnerabilityAlerts"] }.filter { $0.kind != .missing }
  }
}
