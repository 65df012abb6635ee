internal import Findings
internal import Syntax

/// Amazon Inspector: vulnerabilities of images, functions and machines, and open networks.
public enum Inspector: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "inspector",
    title: "Amazon Inspector JSON",
    provenOn: "Amazon Inspector 2 (`list-findings`)",
    produce: "aws inspector2 list-findings > inspector.json",
    finding: """
      One active finding. Identity: advisory and package with the image's repository or the resource; \
      detector and file; title and resource. Suppressed findings are kept, closed ones are none.
      """,
    outcome: "Partial if there is a next page. An empty list of findings is known by its name.",
    precedence: 3
  )

  /// Findings with Inspector's ARN.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["findings"].isArray else { return false }
    return root["findings"].elements.prefix(20).contains {
      $0["findingArn"].string?.contains(":inspector2:") == true
    }
      || root["findings"].count == 0 && root.count == 1
        && (report.isNamed("aws-inspector2") || report.isNamed(format.name))
  }

  /// Each finding that is not closed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .cloud)
    if report.json?["nextToken"].nonEmpty != nil { reading.gaps.append("there are more pages") }
    let findings = try report.elements(of: "findings")
    let types = Set(findings.compactMap { $0["resources"][0]["type"].string })
    if types == ["AWS_ECR_CONTAINER_IMAGE"] { reading.category = .container }
    reading.collect(findings) { entry throws(SyntaxError) in try InspectorFinding(entry).finding }
    return reading
  }
}
