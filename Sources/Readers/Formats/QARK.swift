internal import Findings
internal import Syntax

/// QARK: static analysis of Android applications.
public enum QARK: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "qark",
    title: "QARK JSON",
    provenOn: "QARK 4",
    produce: "qark --apk app.apk --report-type json",
    finding: """
      One entry. Identity: its name; place: path and line. A vulnerability is high, a warning \
      medium, info is info.
      """,
    outcome: "A report is a list of entries; an empty one is known by its file's name.",
    precedence: 3
  )

  /// A list of entries; an empty one by its name.
  public static func recognises(_ report: Report) -> Bool {
    if report.isEmptyList { return report.isNamed(format.name) }
    return report.json?.elements.prefix(20).contains {
      $0["apk_exploit_dict"].kind != .missing || $0["file_object"].exists && $0["category"].exists
    } ?? false
  }

  /// Each entry.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    reading.collect(root.elements) { entry throws(SyntaxError) in
      let name = try entry.asObject().requiredString("name")
      let word = try entry.requiredString("severity")
      let place = entry["line_number"]
      guard !place.exists || place.isArray || place.int != nil else {
        throw place.error("expected a line, or a line and a column")
      }
      var result = CodeResult(
        Rule(id: name),
        (word == "VULNERABILITY" ? .high : Severity(word: word), word),
        title: name,
        at: Location(
          path: try entry.optionalString("file_object"),
          line: place.int ?? place[0].int,
          column: place[1].int.map { $0 + 1 }
        )
      )
      result.message = entry["description"].nonEmpty
      return result.finding(report.digests)
    }
    return reading
  }
}
