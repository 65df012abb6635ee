internal import Findings
internal import Syntax

/// Sonatype OSS Index, as Nancy (Go) and AuditJS (JavaScript) ask it.
public enum OSSIndex: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "oss-index",
    title: "Nancy and AuditJS JSON (Sonatype OSS Index)",
    provenOn: "Nancy 1, AuditJS 4",
    produce: "go list -json -deps ./... | nancy sleuth --output json > nancy.json",
    finding: """
      One vulnerability of one package. Identity: advisory and package. Severity is the CVSS rating.
      """,
    outcome: "Complete if the report is whole; an empty list is known by its name.",
    precedence: 3
  )

  /// Nancy's audited packages, or AuditJS' list of packages.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root["audited"].isArray,
      root["excluded"].exists || root["num_audited"].exists
        || root["vulnerable"].exists
    {
      return true
    }
    return report.hasEntry {
      $0["coordinates"].string != nil && $0["vulnerabilities"].exists && $0["reference"].exists
    } || report.isEmptyList(of: "auditjs")
  }

  /// Each vulnerability of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    let isNancy = root["audited"].kind != .missing
    var reading = Reading(scanner: isNancy ? "nancy" : "auditjs", category: .dependency)
    // Among Nancy's audited packages are those whose vulnerabilities are excluded.
    let hasNone = root["vulnerable"].kind == .null
    let packages =
      !isNancy ? report.entries : hasNone ? [] : Array(try report.elements(of: "vulnerable"))
    reading.forEach(packages) { reading, package throws(SyntaxError) in
      let name = package["coordinates"].string ?? package["Coordinates"].string
      guard let name else { throw package.error("expected coordinates") }
      let list = package[isNancy ? "Vulnerabilities" : "vulnerabilities"]
      if list.kind == .null, isNancy { return }
      reading.collect(try list.asArray().elements) { entry throws(SyntaxError) in
        try finding(entry, of: Package(url: name) ?? Package(name, in: nil))
      }
    }
    if let count = root["num_vulnerable"].int {
      reading.failIfNone(of: count, "vulnerable packages")
    }
    return reading
  }

  private static func finding(
    _ entry: JSON,
    of package: Package
  ) throws(SyntaxError) -> Finding {
    func text(_ name: StaticString, _ other: StaticString) -> String? {
      entry[name].text ?? entry[other].text
    }
    guard let id = text("Id", "id") else { throw entry.error("expected an id") }
    let title = text("Title", "title")
    var names = IdentifierSet(mentionedIn: title)
    if let cve = text("Cve", "cve") { names.add(cve) }
    names.add(id)
    var vulnerability = PackageVulnerability(names.advisory ?? id, of: package)
    vulnerability.names = names
    vulnerability.title = title
    vulnerability.description = text("Description", "description")
    vulnerability.links = [text("Reference", "reference") ?? ""]
    vulnerability.ratings.add(
      score: text("CvssScore", "cvssScore").flatMap { Double($0) },
      vector: text("CvssVector", "cvssVector")
    )
    return vulnerability.rated.finding
  }
}
