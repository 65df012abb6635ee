internal import Findings
internal import Syntax

/// Semgrep: code, supply chain and secrets, as the command line and the platform export them.
public enum Semgrep: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "semgrep",
    title: "Semgrep JSON",
    provenOn: "Semgrep 1.172, platform exports of findings and of supply chain",
    produce: "semgrep scan --json --output semgrep.json",
    finding: """
      One result. Identity: the rule; place: Semgrep's fingerprint where it is given, path, code, \
      line. Supply chain: advisory and package. Secrets: rule and keyed digest.
      """,
    outcome: """
      Partial: errors of level error or warn, rules that were skipped. Failed: such an error and no \
      file scanned.
      """,
    precedence: 3
  )

  /// Results beside errors, or one of the platform's exports.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root.isObject else { return false }
    if root["vulns"].isArray { return root["hasMore"].exists || hasAdvisory(root["vulns"]) }
    if root["findings"].isArray { return hasMatchID(root["findings"], report) }
    guard root["results"].isArray, root["errors"].isArray, !root["metrics"].exists,
      !root["generated_at"].exists
    else { return false }
    if root["results"].elements.prefix(20).contains(where: { $0["check_id"].exists }) {
      return true
    }
    return root["paths"]["scanned"].isArray || root["skipped_rules"].isArray
      || root["results"].count == 0 && report.isNamed(format.name)
  }

  /// The results of whichever form it is.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    do {
      if root["vulns"].isArray { return SemgrepExports.vulnerabilities(root) }
      if root["findings"].isArray { return SemgrepExports.findings(root) }
      return try results(root, report.digests)
    } catch {
      throw ReadError(error)
    }
  }

  private static func hasAdvisory(_ entries: JSON) -> Bool {
    entries.elements.prefix(20).contains { $0["advisory"].isObject }
  }

  private static func hasMatchID(_ entries: JSON, _ report: Report) -> Bool {
    entries.elements.prefix(20).contains { entry in
      entry["match_based_id"].exists || entry["syntactic_id"].exists
    } || entries.count == 0 && report.isNamed(format.name)
  }

  private static func results(
    _ root: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Reading {
    var reading = Reading(
      scanner: format.name,
      version: root["version"].nonEmpty.map { MarkdownText.line($0, limit: 100) },
      category: .sast
    )
    let results = try root.requiredArray("results")
    let rules = SemgrepRules()
    reading.findings.reserveCapacity(results.count)
    reading.collect(results.elements) { result throws(SyntaxError) in
      try SemgrepResult(result, rules).finding(digests)
    }
    FingerprintTest.apply(to: &reading.findings[...])
    let paths = try root.optionalObject("paths")
    let scanned = try paths.optionalArray("scanned")
    if scanned.isArray {
      reading.coveredPaths = Set(scanned.strings.map { PathNormalisation.normalised($0) })
    }
    try SemgrepErrors.outcome(of: root, to: &reading)
    reading.category = rules.category
    return reading
  }
}
