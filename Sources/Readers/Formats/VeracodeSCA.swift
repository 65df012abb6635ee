internal import Findings
internal import Syntax

/// Veracode SCA: issues of a workspace's libraries, as its interface lists them or a CSV export.
public enum VeracodeSCA: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "veracode-sca",
    title: "Veracode SCA JSON and CSV",
    provenOn: "Veracode's API srcclr/v3 and CSV of 2022",
    produce: "curl $URL/srcclr/v3/workspaces/ID/issues > veracode-sca.json",
    finding: """
      One open vulnerability of one library; issues of libraries and licences likewise. Identity: \
      advisory, library and project. Ignored issues are suppressed, fixed ones are no findings.
      """,
    outcome: "Partial if the interface has further pages.",
    precedence: 3
  )

  /// Issues with their library, or the report's columns.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["Issue ID", "Library", "Coordinate 1", "Vulnerability ID"].allSatisfy(table.has)
    }
    guard let root = report.json else { return false }
    return root["_embedded"]["issues"].elements.prefix(20).contains {
      $0["issue_type"].string != nil && $0["library"].kind != .missing
    } || root["_links"]["self"]["href"].string?.contains("/srcclr/v3/") == true
  }

  /// Each issue that is not fixed.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in try finding(row.get()) }
      return reading
    }
    let root = try report.requiredJSON()
    let page = root["page"]
    if let pages = page["total_pages"].int, let number = page["number"].int, number + 1 < pages {
      reading.gaps.append("Veracode says that there are \(pages) pages")
    }
    if root["_embedded"].kind == .missing {
      if page["total_elements"].int != 0 { reading.failure = "the report has no list of issues" }
      return reading
    }
    do {
      let issues = try root.requiredObject("_embedded").requiredArray("issues").elements
      reading.collect(issues) { issue throws(SyntaxError) in try finding(issue) }
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}
