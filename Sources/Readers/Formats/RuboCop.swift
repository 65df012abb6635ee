internal import Findings
internal import Syntax

/// RuboCop: cops for Ruby code, of which `Security` are a department.
public enum RuboCop: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "rubocop",
    title: "RuboCop JSON",
    provenOn: "RuboCop 1.13 to 1.24",
    produce: "rubocop --only Security --format json --out rubocop.json",
    finding: "One offense. Identity: cop; place: path, the message, line.",
    outcome: "Failed if the summary counts offenses and none is listed.",
    precedence: 3
  )

  /// Metadata with RuboCop's version, and files.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["metadata"]["rubocop_version"].string != nil && root["files"].exists
  }

  /// Each offense as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .sast) { reading, root throws(SyntaxError) in
      reading.scannerVersion = root["metadata"]["rubocop_version"].string
      reading.forEach(try root.requiredArray("files").elements) {
        reading,
        file throws(SyntaxError) in
        let path = try file.requiredString("path")
        reading.collect(try file.requiredArray("offenses").elements) {
          offense throws(SyntaxError) in
          try result(offense, in: path).finding(report.digests)
        }
      }
      reading.failIfNone(of: root["summary"]["offense_count"].int, "offenses")
    }
  }

  private static func result(_ offense: JSON, in path: String) throws(SyntaxError) -> CodeResult {
    let cop = try offense.requiredString("cop_name")
    let word = try offense.requiredString("severity")
    let place = offense["location"]
    // Beside error, fatal and warning there are what others call style.
    let isStyle = word == "convention" || word == "refactor"
    var result = CodeResult(
      Rule(id: cop),
      (isStyle ? .info : Severity(word: word), word),
      title: try offense.requiredString("message"),
      at: Location(
        path: path,
        line: place["start_line"].int ?? place["line"].int,
        endLine: place["last_line"].int,
        column: place["start_column"].int ?? place["column"].int
      )
    )
    result.code = result.title
    return result
  }
}
