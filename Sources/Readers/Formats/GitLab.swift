internal import Findings
internal import Syntax

/// GitLab's security reports: SAST, secrets, dependencies, containers, clusters, DAST, fuzzing.
public enum GitLab: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "gitlab",
    title: "GitLab security report (schema 2 to 15)",
    provenOn: """
      Semgrep 1.172, Gemnasium, Trivy, ZAP, Gitleaks, SpotBugs, njsscan and libFuzzer reports
      """,
    produce: "semgrep scan --gitlab-sast --output gl-sast-report.json",
    finding: """
      One vulnerability. Identity by its category: first identifier and tracked or quoted place; \
      rule and keyed digest of the secret; advisory and package, of images with the repository; \
      rule, method, path template and parameter.
      """,
    outcome:
      "Failed: `scan.status` is not success, or a message of level fatal. Partial: an error.",
    precedence: 2
  )

  /// Vulnerabilities with identifiers and locations, or none beside a scan.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["vulnerabilities"].isArray, !root["bomFormat"].exists else {
      return false
    }
    let first = root["vulnerabilities"].elements.prefix(20)
    if first.contains(where: { $0["identifiers"].exists && $0["location"].exists }) { return true }
    guard root["vulnerabilities"].count == 0 || root["scan"].isObject else { return false }
    return root["scan"]["scanner"].isObject
      || root["version"].string != nil && root["remediations"].isArray
  }

  /// The vulnerabilities, and what the scan says of itself.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    do {
      let scan = try GitLabScan(root)
      var reading = Reading(
        scanner: scan.scanner ?? report.scanner ?? format.name,
        version: scan.version,
        category: scan.category,
        target: scan.target
      )
      GitLabScan.outcome(of: try root.optionalObject("scan"), to: &reading)
      let vulnerabilities = try root.requiredArray("vulnerabilities")
      reading.findings.reserveCapacity(vulnerabilities.count)
      reading.collect(vulnerabilities.elements) { entry throws(SyntaxError) in
        try GitLabVulnerability(entry, scan).finding(report.digests)
      }
      FingerprintTest.apply(to: &reading.findings[...])
      return reading
    } catch {
      throw ReadError(error)
    }
  }
}
