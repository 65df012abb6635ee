internal import Findings
internal import Syntax

/// MixAudit: known vulnerabilities of Elixir's packages.
public enum MixAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "mix-audit",
    title: "MixAudit JSON",
    provenOn: "MixAudit 2.1",
    produce: "mix deps.audit --format json > mix-audit.json",
    finding: "One advisory of one package. Identity: advisory and package.",
    outcome: "Failed if the audit did not pass and lists no vulnerability.",
    precedence: 3
  )

  /// Whether it passed, and vulnerabilities of dependencies.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["pass"].bool != nil else { return false }
    let entries = root["vulnerabilities"]
    return entries.isArray
      && entries.elements.prefix(20).allSatisfy {
        $0["dependency"].exists || $0["advisory"].exists || !$0.isObject
      }
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    reading.collect(try report.elements(of: "vulnerabilities")) { entry throws(SyntaxError) in
      let dependency = try entry.requiredObject("dependency")
      let advisory = try entry.requiredObject("advisory")
      let fixes = advisory["first_patched_versions"].strings
      var vulnerability = PackageVulnerability(
        try advisory.requiredString("id"),
        of: Package(
          try dependency.requiredString("package"),
          in: "hex",
          version: dependency["version"].string,
          fixedIn: fixes.isEmpty ? nil : fixes.joined(separator: ", ")
        ),
        severity: advisory["severity"].string
      )
      if let cve = advisory["cve"].nonEmpty {
        vulnerability.names.add(cve.first?.isNumber == true ? "CVE-\(cve)" : cve)
      }
      vulnerability.title = advisory["title"].string
      vulnerability.description = advisory["description"].string
      vulnerability.links = [advisory["url"].string ?? ""]
      vulnerability.path = dependency["lockfile"].string
      return vulnerability.finding
    }
    if report.json?["pass"].bool == false { reading.failIfNone(of: 1, "vulnerabilities") }
    return reading
  }
}
