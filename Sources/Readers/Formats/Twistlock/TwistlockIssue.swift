internal import Findings
internal import Syntax

/// A vulnerability or a compliance check of an image, from either of the layouts.
struct TwistlockIssue {
  private var vulnerability: PackageVulnerability

  /// The finding.
  var finding: Finding { vulnerability.finding }

  /// A vulnerability of twistcli's report.
  init(vulnerability entry: JSON, in image: String) throws(SyntaxError) {
    vulnerability = PackageVulnerability(
      try entry.requiredString("id"),
      of: Self.package(
        try entry.requiredString("packageName"),
        version: entry["packageVersion"].string,
        status: entry["status"].string
      ),
      severity: try entry.requiredString("severity")
    )
    vulnerability.ratings.add(score: entry["cvss"].double, vector: entry["vector"].string)
    vulnerability.description = entry["description"].string
    vulnerability.links = [entry["link"].string ?? ""]
    vulnerability.path = entry["packagePath"].nonEmpty
    vulnerability.image = image
  }

  /// A compliance check of twistcli's report; some have no number, only a title.
  init(compliance entry: JSON, in image: String) throws(SyntaxError) {
    let title = try entry.requiredString("title")
    let id = entry["id"].text.map { $0 == "0" ? title : "compliance-\($0)" } ?? title
    vulnerability = PackageVulnerability(
      id,
      of: Package(ecosystem: "", name: "compliance"),
      severity: try entry.requiredString("severity")
    )
    vulnerability.title = title
    vulnerability.description = entry["description"].string
    vulnerability.message = entry["cause"].string
    vulnerability.image = image
  }

  /// A row of the console's table, whose vulnerabilities have a CVE and whose checks have none.
  init(_ row: CSVTable.Row) throws(SyntaxError) {
    let check = row["Compliance ID"]
    let id = row["CVE ID"] ?? check.map { "compliance-\($0)" }
    guard let id else { throw row.error("expected a CVE ID or a Compliance ID") }
    vulnerability = PackageVulnerability(
      id,
      of: Self.package(
        row["Packages"] ?? "compliance",
        version: row["Package Version"],
        status: row["Fix Status"]
      ),
      severity: try row.required("Severity")
    )
    if row["CVE ID"] == nil {
      vulnerability.title = row["Description"]?.firstSentence
    } else {
      vulnerability.ratings.add(score: row["CVSS"].flatMap(Double.init), vector: nil)
    }
    vulnerability.description = row["Description"]
    vulnerability.message = row["Cause"]
    let registry = row["Registry"].map { "\($0)/" } ?? ""
    let tag = row["Tag"].map { ":\($0)" } ?? ""
    vulnerability.image = registry + (row["Repository"] ?? "") + tag
  }

  /// The package without the binaries that are made of it: `glibc (used in libc6, libc-bin)`.
  private static func package(_ name: String, version: String?, status: String?) -> Package {
    let source = name.firstRange(of: " (used in ").map { String(name[..<$0.lowerBound]) } ?? name
    let fix = status.flatMap { $0.hasPrefix("fixed in ") ? String($0.dropFirst(9)) : nil }
    return Package(source, in: nil, version: version, fixedIn: fix)
  }
}
