internal import Findings
internal import Syntax

/// cargo-audit: RustSec advisories for the crates of a lock file.
public enum CargoAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cargo-audit",
    title: "cargo-audit JSON",
    provenOn: "reports of 2021 and 2026",
    produce: "cargo audit --json > cargo-audit.json",
    finding: """
      One advisory of one crate, the informational ones (unmaintained, unsound, yanked) too. \
      Identity: advisory and crate. The severity is the CVSS vector's; warnings are informational.
      """,
    outcome: "Failed if it counts vulnerabilities and lists none.",
    precedence: 3
  )

  /// The vulnerabilities of a lock file.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["lockfile"]["dependency-count"].int != nil && root["vulnerabilities"].isObject
  }

  /// Each vulnerability and each warning.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    let vulnerabilities = root["vulnerabilities"]
    do {
      let list = try vulnerabilities.requiredArray("list").elements
      reading.collect(list) { entry throws(SyntaxError) in try finding(entry) }
    } catch {
      throw ReadError(error)
    }
    // A list until version 0.14, by kind since.
    let warnings = root["warnings"]
    let kinds = warnings.isArray ? [warnings] : warnings.members.map { $0.value }
    reading.forEach(kinds) { reading, kind throws(SyntaxError) in
      reading.collect(try kind.asArray().elements) { entry throws(SyntaxError) in
        try finding(entry, kind: entry.requiredString("kind"))
      }
    }
    reading.failIfNone(of: vulnerabilities["count"].int, "vulnerabilities")
    return reading
  }

  private static func finding(_ entry: JSON, kind: String? = nil) throws(SyntaxError) -> Finding {
    let crate = try entry.requiredObject("package")
    let advisory = kind == "yanked" ? entry["advisory"] : try entry.requiredObject("advisory")
    let package = Package(
      try crate.requiredString("name"),
      in: "cargo",
      version: crate["version"].string,
      fixedIn: entry["versions"]["patched"].strings.joined(separator: ", ")
    )
    var vulnerability = PackageVulnerability(
      advisory.exists ? try advisory.requiredString("id") : "yanked",
      of: package
    )
    for alias in advisory["aliases"].strings { vulnerability.names.add(alias) }
    vulnerability.ratings.add(vector: advisory["cvss"].string)
    vulnerability.title =
      advisory["title"].nonEmpty ?? "\(package.name) \(package.version ?? "") was yanked"
    vulnerability.description = advisory["description"].string
    vulnerability.links = [advisory["url"].string ?? ""] + advisory["references"].strings
    guard let kind else { return vulnerability.rated.finding }
    vulnerability.word = kind
    vulnerability.severity = .info
    return vulnerability.finding
  }
}
