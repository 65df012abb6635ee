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

  private static func finding(_ issue: JSON) throws(SyntaxError) -> Finding? {
    if try ["fixed", "resolved"].contains(issue.requiredString("issue_status").lowercased()) {
      return nil
    }
    let library = try issue.requiredObject("library")
    let record = issue["vulnerability"]
    let kind = try issue.requiredString("issue_type")
    // `maven:org.example:core:1.11.0:` names the coordinates between type and version.
    let parts = try library.requiredString("id").split(separator: ":")
    guard let score = issue["severity"].double else { throw issue.error("expected a severity") }
    let cve = record["cve"].nonEmpty.map { "CVE-\($0)" }
    let number = record["id"].text.map { "veracode-\($0)" }
    var vulnerability = PackageVulnerability(
      cve ?? number ?? kind,
      of: Package(
        parts.dropFirst().prefix(max(1, parts.count - 2)).joined(separator: ":"),
        in: parts.first.map(String.init),
        version: library["version"].string
      )
    )
    vulnerability.severity = Severity(score: score)
    vulnerability.word = "\(score)"
    vulnerability.names.add(cwe: record["cwe_id"].string ?? "")
    for (score, vector, version) in [
      (record["cvss3_score"], record["cvss3_vector"], 3.0),
      (record["cvss2_score"], record["cvss2_vector"], 2),
    ] {
      vulnerability.ratings.add(score: score.double, vector: vector.string, version: version)
    }
    vulnerability.title =
      record["title"].nonEmpty ?? "\(kind) issue of \(library["name"].string ?? "")"
    vulnerability.links = [issue["_links"]["html"]["href"].string ?? ""]
    if issue["ignored"].bool == true { vulnerability.suppression = Suppression() }
    return finding(vulnerability, project: issue["project_name"].string)
  }

  private static func finding(_ row: CSVTable.Row) throws(SyntaxError) -> Finding? {
    if ["Resolved", "Fixed"].contains(row["Status"] ?? "") { return nil }
    let names = [row["Coordinate 1"], row["Coordinate 2"]].compactMap { $0 }
    let kind = try row.required("Issue type")
    let cve = row["CVE"].map { "CVE-\($0)" }
    let number = row["Vulnerability ID"].map { "veracode-\($0)" }
    var vulnerability = PackageVulnerability(
      cve ?? number ?? kind,
      of: Package(
        names.isEmpty ? try row.required("Library") : names.joined(separator: ":"),
        in: row["Package manager"],
        version: row["Version in use"],
        fixedIn: row["Updated Version"]
      ),
      severity: try row.required("Severity")
    )
    vulnerability.ratings.add(score: row["CVSS score"].flatMap(Double.init), vector: nil)
    vulnerability.title = row["Title"]
    if row["Ignored"]?.lowercased() == "true" { vulnerability.suppression = Suppression() }
    return finding(vulnerability, project: row["Project"])
  }

  private static func finding(_ vulnerability: PackageVulnerability, project: String?) -> Finding {
    var finding = vulnerability.finding
    finding.identity.place.path = MarkdownText.path(project ?? "")
    return finding
  }
}
