internal import Findings
internal import Syntax

/// Cppcheck: static analysis of C and C++.
public enum Cppcheck: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cppcheck",
    title: "Cppcheck XML",
    provenOn: "Cppcheck 2.10",
    produce: "cppcheck --enable=all --xml --output-file=cppcheck.xml .",
    finding: """
      One message at its first place. Identity: the message's id; place: path and line. Cppcheck's \
      error is high, warning medium, style, performance and portability low, information info. \
      Messages about the run itself, which have no place, are no findings.
      """,
    outcome:
      "Partial when a file could not be parsed (`syntaxError`, `unknownMacro` and the like).",
    precedence: 2
  )

  /// Results of version 2, written by Cppcheck.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.xml else { return false }
    return root.isNamed("results") && root.child("cppcheck").exists
  }

  /// Each message.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    let errors = root.child("errors")
    guard errors.exists else { throw ReadError(root.error("expected errors")) }
    var reading = Reading(
      scanner: format.name,
      version: root.child("cppcheck")["version"],
      category: .sast
    )
    var gaps: [String] = []
    reading.collect(errors.children("error")) { error throws(SyntaxError) in
      let id = try error.requiredAttribute("id")
      if critical.contains(id) {
        if gaps.count < 20 { gaps.append(gap(error, id)) }
        return nil
      }
      let place = error.child("location")
      if !place.exists, error["severity"] == "information" { return nil }
      return try result(error, id, at: place).finding(report.digests)
    }
    reading.gaps = gaps
    return reading
  }

  /// Messages after which Cppcheck gives up a file (its manual, "Critical errors").
  private static let critical: Set<String> = [
    "cppcheckError", "internalAstError", "instantiationError", "internalError",
    "preprocessorErrorDirective", "syntaxError", "unknownMacro",
  ]

  private static func gap(_ error: XMLElement, _ id: String) -> String {
    let file = error.child("location")["file"] ?? error["file0"] ?? "a file"
    return MarkdownText.line("\(PathNormalisation.normalised(file)): \(id)", limit: 200)
  }

  private static func result(
    _ error: XMLElement,
    _ id: String,
    at place: XMLElement
  ) throws(SyntaxError) -> CodeResult {
    let word = try error.requiredAttribute("severity")
    var result = CodeResult(
      Rule(id: id),
      (severity(word), word),
      title: try error.requiredAttribute("msg"),
      at: Location(
        path: place["file"] ?? error["file0"],
        line: place["line"].flatMap { Int($0) },
        column: place["column"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
      )
    )
    result.message = error["verbose"]
    if let weakness = error["cwe"] { result.names.add(cwe: weakness) }
    return result
  }

  private static func severity(_ word: String) -> Severity {
    switch word {
    case "error": .high
    case "warning": .medium
    case "style", "performance", "portability": .low
    case "information", "debug", "none": .info
    default: .unknown
    }
  }
}
