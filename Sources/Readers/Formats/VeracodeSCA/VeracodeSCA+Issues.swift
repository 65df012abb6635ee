internal import Findings
internal import Syntax

extension VeracodeSCA {
  /// An issue as the interface lists it; nil if it is fixed.
  static func finding(_ issue: JSON) throws(SyntaxError) -> Finding? {
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

  /// A row of the export; nil if it is fixed.
  static func finding(_ row: CSVTable.Row) throws(SyntaxError) -> Finding? {
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
