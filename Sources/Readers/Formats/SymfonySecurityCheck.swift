internal import Findings
internal import Syntax

/// Symfony's security checkers: known vulnerabilities of PHP packages.
public enum SymfonySecurityCheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "symfony-security-check",
    title: "Symfony security check JSON",
    provenOn: "reports of `security:check` and local-php-security-checker 2",
    produce: "symfony security:check --format=json > symfony-security-check.json",
    finding: "One advisory of one package. Identity: advisory and package. No severity is stated.",
    outcome: "`{}` is complete, if the file's name says symfony-security-check or php-security.",
    precedence: 3
  )

  /// Packages by name, each with its version and advisories.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.isObject, root.count == 0 {
      return report.isNamed(format.name) || report.isNamed("php-security")
    }
    return root.isObject
      && root.members.prefix(20).allSatisfy {
        $0.key.contains("/") && ($0.value["advisories"].exists || $0.value["version"].exists)
      }
  }

  /// Each advisory of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .dependency) { reading, root throws(SyntaxError) in
      reading.forEach(root.members) { reading, member throws(SyntaxError) in
        let version = try member.value.optionalString("version")
        let package = Package(member.key, in: "composer", version: version)
        reading.collect(try member.value.requiredArray("advisories").elements) {
          advisory throws(SyntaxError) in
          let title = try advisory.requiredString("title")
          let cve = advisory["cve"].nonEmpty
          let link = advisory["link"].nonEmpty
          var vulnerability = PackageVulnerability(cve ?? link ?? title, of: package)
          vulnerability.title = title
          vulnerability.links = [link ?? ""]
          return vulnerability.finding
        }
      }
    }
  }
}
