internal import Findings
internal import Syntax

/// npm audit: known vulnerabilities of an application's npm packages.
public enum NPMAudit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "npm-audit",
    title: "npm audit JSON",
    provenOn: "npm 6 and npm 7 to 11",
    produce: "npm audit --json > npm-audit.json",
    finding: """
      One advisory of one package; with npm 6, of one installed version of it. Identity: advisory \
      and package. Packages that merely depend on a vulnerable one are no findings of their own.
      """,
    outcome: """
      A report with an `error` (no lock file, no registry) is a failed scan, and so is one that \
      counts vulnerabilities and lists none.
      """,
    precedence: 3
  )

  /// Advisories (npm 6), vulnerabilities of `auditReportVersion` 2 (npm 7), or npm's error.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return isVersion2(root) || isVersion1(root) || isError(root)
  }

  /// Each advisory of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    if isError(root) {
      let error = root["error"]
      let words = [error["code"].string, error["summary"].nonEmpty ?? root["message"].nonEmpty]
      reading.failure = MarkdownText.line(
        "npm: " + words.compactMap { $0 }.joined(separator: ": "),
        limit: 200
      )
      return reading
    }
    do {
      if isVersion2(root) {
        let packages = try root.requiredObject("vulnerabilities").members
        for (name, package) in packages { try reading.add(package, named: name) }
      } else {
        for (_, advisory) in try root.requiredObject("advisories").members {
          reading.add(version1: advisory)
        }
      }
    } catch {
      throw ReadError(error)
    }
    if reading.findings.isEmpty, reading.skipped.count == 0, counted(root) > 0 {
      reading.failure = "the report counts vulnerabilities and lists none"
    }
    return reading
  }

  /// How many vulnerabilities the report's own summary counts.
  private static func counted(_ root: JSON) -> Int {
    root["metadata"]["vulnerabilities"].members.reduce(0) { max($0, $1.value.int ?? 0) }
  }

  private static func isVersion2(_ root: JSON) -> Bool {
    root["auditReportVersion"].int == 2 && root["vulnerabilities"].kind != .missing
  }

  private static func isVersion1(_ root: JSON) -> Bool {
    root["advisories"].isObject && (root["metadata"].isObject || root["actions"].isArray)
  }

  private static func isError(_ root: JSON) -> Bool {
    root["error"]["code"].string != nil && root["error"]["summary"].string != nil
  }
}

extension Reading {
  /// Adds what npm 7 says of a package: advisories are objects, the names of packages that it
  /// depends on are strings.
  fileprivate mutating func add(_ package: JSON, named name: String) throws(SyntaxError) {
    guard package.isObject, package["via"].isArray else {
      return skipped.add(ReadError(package.error("expected a package with `via`")))
    }
    collect(package["via"].elements) { via throws(SyntaxError) in
      if via.string != nil { return nil }
      return try NPMAdvisory(version2: via, of: name, fix: package["fixAvailable"]).finding
    }
  }

  /// Adds each installed version that an npm 6 advisory concerns.
  fileprivate mutating func add(version1 advisory: JSON) {
    let versions = advisory["findings"]
    let installed = versions.elements.map { $0 }
    collect(installed.isEmpty ? [advisory] : installed) { entry throws(SyntaxError) in
      _ = try advisory.asObject()
      _ = try advisory.strictArray("findings")
      return try NPMAdvisory(version1: advisory, installed: versions.exists ? entry : nil).finding
    }
  }
}
