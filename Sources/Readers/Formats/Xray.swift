internal import Findings
internal import Syntax

/// JFrog Xray: vulnerabilities of artifacts and their components, in its reports' layouts.
public enum Xray: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "xray",
    title: "JFrog Xray JSON",
    provenOn: "vulnerability reports, violations, artifact summaries and on-demand scans of Xray 3",
    produce: "jf scan ARTIFACT --format json > xray.json",
    finding: """
      One issue of one component; with the artifact's summary, of the artifact. Identity: advisory and \
      component, with the image's repository or the artifact's path.
      """,
    outcome: "Partial if a report has fewer rows than it counts, or a scan did not complete.",
    precedence: 3
  )

  /// One of four layouts, told by the members that their entries have.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    let isReport =
      root["total_rows"].int != nil && root["rows"].kind != .missing
      || root["total_count"].int != nil
        && root["data"].elements.prefix(20).contains { $0["component_versions"].isObject }
    return isReport
      || root["artifacts"].elements.prefix(20).contains {
        $0["general"]["component_id"].string != nil && $0["issues"].kind != .missing
      }
      || root.elements.prefix(20).contains {
        $0["scan_id"].string != nil && $0["component_id"].string != nil
      }
  }

  /// Each issue of each component.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    if root["rows"].kind != .missing {
      let rows = try report.elements(of: "rows")
      reading.collect(rows) { row throws(SyntaxError) in try XrayIssue(row: row).finding }
      reading.failIfNone(of: root["total_rows"].int, "rows")
    } else if root["data"].kind != .missing {
      reading.collect(try report.elements(of: "data")) { entry throws(SyntaxError) in
        try XrayIssue(violation: entry).finding
      }
    } else if root["artifacts"].kind != .missing {
      reading.forEach(try report.elements(of: "artifacts")) {
        reading,
        artifact throws(SyntaxError) in
        let general = try artifact.requiredObject("general")
        if general["pkg_type"].equals("Docker") { reading.category = .container }
        let issues = try artifact.requiredArray("issues").elements
        reading.collect(issues) { issue throws(SyntaxError) in
          try XrayIssue(issue, of: general).finding
        }
      }
    } else {
      reading.forEach(root.elements) { reading, scan throws(SyntaxError) in
        let status = try scan.requiredString("status")
        if status != "completed" { reading.gaps.append(MarkdownText.line("a scan is \(status)")) }
        let issues = try scan.strictArray("vulnerabilities").elements
        reading.forEach(issues) { reading, issue throws(SyntaxError) in
          let components = try issue.requiredObject("components").members
          if issue["components"].count == 0 { throw issue.error("expected components") }
          reading.collect(components) { component throws(SyntaxError) in
            try XrayIssue(issue, of: component.key, component.value).finding
          }
        }
      }
    }
    return reading
  }
}
