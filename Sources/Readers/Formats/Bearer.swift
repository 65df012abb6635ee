internal import Findings
internal import Syntax

/// Bearer: static analysis for data flows, secrets among them.
public enum Bearer: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "bearer",
    title: "Bearer CLI JSON",
    provenOn: "Bearer CLI 1",
    produce: "bearer scan . --format json --output bearer.json --exit-code 0",
    finding: """
      One finding of a rule. Identity: the rule; place: Bearer's fingerprint, path, the quoted \
      code, its lines. Bearer's warning, its lowest level, is info.
      """,
    outcome: "`{}` is a complete scan without findings, if the file's name says bearer.",
    precedence: 3
  )

  private static let levels = ["critical", "high", "medium", "low", "warning"]

  /// An object of lists by severity.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root.isObject else { return false }
    if root.count == 0 { return report.isNamed(format.name) }
    return root.members.allSatisfy { levels.contains($0.key) }
      && root.members.contains { _, list in
        list.elements.prefix(20).contains { $0["full_filename"].exists || $0["cwe_ids"].exists }
      }
  }

  /// Each finding of each severity.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    for (level, list) in root.members {
      do {
        reading.collect(try list.asArray().elements) { entry throws(SyntaxError) in
          try result(entry, level).finding(report.digests)
        }
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    reading.testFingerprints()
    return reading
  }

  private static func result(_ entry: JSON, _ level: String) throws(SyntaxError) -> CodeResult {
    let name = try entry.requiredString("title")
    var result = CodeResult(
      Rule(
        id: try entry.requiredString("id"),
        name: name,
        description: entry["description"].string,
        references: Links.among(entry["documentation_url"])
      ),
      (level == "warning" ? .info : Severity(word: level), level),
      title: name,
      at: Location(
        path: try entry.requiredString("filename", or: "full_filename"),
        line: try entry.optionalInt("line_number"),
        endLine: entry["sink"]["end"].int,
        column: entry["sink"]["column"]["start"].int
      )
    )
    result.code = entry["code_extract"].nonEmpty ?? entry["snippet"].nonEmpty
    result.fingerprint = entry["fingerprint"].nonEmpty
    for weakness in entry["cwe_ids"].strings { result.names.add(cwe: weakness) }
    return result
  }
}
