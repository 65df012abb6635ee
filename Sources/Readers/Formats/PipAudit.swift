internal import Findings
internal import Syntax

/// pip-audit: known vulnerabilities of Python packages.
public enum PipAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "pip-audit",
    title: "pip-audit JSON",
    provenOn: "pip-audit 2; the source of 2.10, and the list of early versions",
    produce: "pip-audit --format json --desc on --aliases on --output pip-audit.json",
    finding: """
      One advisory of one package. Identity: advisory and package. pip-audit states no severity.
      """,
    outcome: """
      Partial if a dependency was skipped, for the reason it gives. An empty list is known by its \
      name.
      """,
    precedence: 3
  )

  /// Dependencies with their advisories, in an object or, in early versions, a list.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    let isNew = root["dependencies"].isArray && root["fixes"].isArray && root.count == 2
    return isNew
      || dependencies(of: root).prefix(20).contains {
        $0["name"].string != nil && ($0["vulns"].isArray || $0["skip_reason"].string != nil)
      }
      || report.isEmptyList(of: format.name)
  }

  /// Each advisory of each dependency.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    if root.isObject { _ = try report.elements(of: "dependencies") }
    reading.forEach(dependencies(of: root)) { reading, dependency throws(SyntaxError) in
      let name = try dependency.requiredString("name")
      if let reason = try dependency.optionalString("skip_reason") {
        return reading.gaps.append(MarkdownText.line("\(name) was not audited: \(reason)"))
      }
      let version = try dependency.optionalString("version")
      reading.collect(try dependency.requiredArray("vulns").elements) { entry throws(SyntaxError) in
        let fixes = try entry.requiredArray("fix_versions").strings
        var vulnerability = PackageVulnerability(
          try entry.requiredString("id"),
          of: Package(name, in: "pypi", version: version, fixedIn: fixes.joined(separator: ", "))
        )
        for alias in entry["aliases"].strings { vulnerability.names.add(alias) }
        vulnerability.description = try entry.optionalString("description")
        return vulnerability.finding
      }
    }
    return reading
  }

  private static func dependencies(of root: JSON) -> JSON.Elements {
    root.isArray ? root.elements : root["dependencies"].elements
  }
}
