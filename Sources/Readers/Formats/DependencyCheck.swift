internal import Findings
internal import Syntax

/// OWASP Dependency-Check: known vulnerabilities of the libraries that a project ships.
public enum DependencyCheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "dependency-check",
    title: "OWASP Dependency-Check XML and JSON",
    provenOn: "XML of versions 1 to 8; JSON on no real report yet",
    produce: "dependency-check --scan . --format JSON --out dependency-check.json",
    finding: """
      One vulnerability of one library. Identity: advisory, package and file. Suppressed: what a \
      suppression file names, with its notes.
      """,
    outcome: "Partial if the report lists exceptions of its analysis.",
    precedence: 3
  )

  /// The analysis in Dependency-Check's namespace, or its JSON.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.xml {
      return root.isNamed("analysis") && root.namespace?.contains("dependency-check") == true
    }
    guard let root = report.json else { return false }
    return root["reportSchema"].text != nil && root["scanInfo"].isObject
      && root["dependencies"].kind != .missing
  }

  /// Each vulnerability of each dependency.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dependency)
    if let root = report.xml {
      let info = root.child("scanInfo")
      reading.scannerVersion = info.child("engineVersion").nonEmpty
      if info.child("analysisExceptions").exists {
        reading.gaps.append("the report lists exceptions of its analysis")
      }
      let list = root.child("dependencies")
      guard list.exists else { throw ReadError(problem: "expected <dependencies>") }
      reading.forEach(list.children("dependency")) { reading, entry throws(SyntaxError) in
        let library = try DependencyCheckLibrary(entry)
        let entries = Array(entry.child("vulnerabilities").children)
        reading.collect(entries) { entry throws(SyntaxError) in try library.finding(entry) }
      }
      return reading
    }
    let root = try report.requiredJSON()
    reading.scannerVersion = root["scanInfo"]["engineVersion"].nonEmpty
    if root["scanInfo"]["analysisExceptions"].count > 0 {
      reading.gaps.append("the report lists exceptions of its analysis")
    }
    reading.forEach(try report.elements(of: "dependencies")) { reading, entry throws(SyntaxError) in
      let library = try DependencyCheckLibrary(entry)
      let open = try entry.strictArray("vulnerabilities").elements
      reading.collect(open) { entry throws(SyntaxError) in try library.finding(entry) }
      let suppressed = try entry.strictArray("suppressedVulnerabilities").elements
      reading.collect(suppressed) { entry throws(SyntaxError) in
        try library.finding(entry, isSuppressed: true)
      }
    }
    return reading
  }
}
