internal import Findings
internal import Syntax

/// Safety: known vulnerabilities of Python packages, in the layouts of its versions 1, 2 and 3.
public enum Safety: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "safety",
    title: "Safety JSON",
    provenOn: "the schemas of Safety 1.10, 2.3 and 3 (`check` and `scan`)",
    produce: "safety scan --output json > safety.json",
    finding: """
      One vulnerability of one package. Identity: Safety's number and package. What a policy ignores \
      is suppressed. Only version 2 states a severity, and only with a key.
      """,
    outcome: "An empty list (version 1) is known by its name.",
    precedence: 3
  )

  /// A list of lists (1), a report with its own facts (2), results of files (3).
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    if root.isArray {
      return root.elements.prefix(20).contains(where: isVersion1)
        || report.isEmptyList(of: format.name)
    }
    return root["report_meta"].isObject && root["scanned_packages"].kind != .missing
      || root["meta"]["telemetry"]["safety_version"].string != nil
  }

  /// Each vulnerability of each package.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    let root = try report.requiredJSON()
    if root.isArray {
      reading.collect(root.elements) { entry throws(SyntaxError) in
        try SafetyVulnerability(version1: entry).finding
      }
    } else if root["report_meta"].isObject {
      reading.scannerVersion = root["report_meta"]["safety_version"].nonEmpty
      let found = try report.elements(of: "vulnerabilities")
      reading.collect(found) { entry throws(SyntaxError) in
        try SafetyVulnerability(version2: entry).finding
      }
      let ignored = root["ignored_vulnerabilities"].elements
      reading.collect(ignored) { entry throws(SyntaxError) in
        try SafetyVulnerability(version2: entry, isIgnored: true).finding
      }
    } else {
      reading.scannerVersion = root["meta"]["telemetry"]["safety_version"].nonEmpty
      do {
        try reading.add(version3: root.requiredObject("scan_results"))
      } catch {
        throw ReadError(error)
      }
    }
    return reading
  }

  /// Package, affected versions, installed version, text, number, and perhaps two ratings.
  private static func isVersion1(_ entry: JSON) -> Bool {
    (5...7).contains(entry.count) && entry.isArray
      && entry.elements.prefix(4).allSatisfy { $0.string != nil } && entry[4].int != nil
  }
}

extension Reading {
  /// Adds the results of version 3: files, and projects with files.
  fileprivate mutating func add(version3 results: JSON) throws(SyntaxError) {
    let projects = try results.requiredArray("projects").elements
    var files = Array(try results.strictArray("files").elements)
    forEach(projects) { _, project throws(SyntaxError) in
      _ = try project.requiredString("id")
      files += try project.strictArray("files").elements
    }
    forEach(files) { reading, file throws(SyntaxError) in
      let path = try file.requiredString("location")
      let packages = try file.requiredObject("results").requiredArray("dependencies").elements
      reading.forEach(packages) { reading, package throws(SyntaxError) in
        let name = try package.requiredString("name")
        let specifications = try package.requiredArray("specifications").elements
        reading.forEach(specifications) { reading, specification throws(SyntaxError) in
          let known = try specification.requiredObject("vulnerabilities")
          let version = specification["raw"].string?.split(separator: "==").dropFirst().first
          let installed = Package(
            name,
            in: "pypi",
            version: package["found"].string ?? version.map(String.init),
            fixedIn: known["remediation"]["recommended"].string
          )
          reading.collect(
            try known.requiredArray("known_vulnerabilities").elements
          ) { entry throws(SyntaxError) in
            try SafetyVulnerability(version3: entry, of: installed, in: path).finding
          }
        }
      }
    }
  }
}
