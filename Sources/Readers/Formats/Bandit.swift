internal import Findings
internal import Syntax

/// Bandit: static analysis of Python.
public enum Bandit: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "bandit",
    title: "Bandit JSON",
    provenOn: "Bandit 1.7 and 1.9",
    produce: "bandit --recursive . --format json --output bandit.json --exit-zero",
    finding: """
      One result. Identity: the test's id; place: path, the lines it names, their number.
      """,
    outcome: "Partial when `errors` names files that could not be parsed.",
    precedence: 3
  )

  /// Results beside metrics.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["results"].isArray else { return false }
    return root["metrics"]["_totals"].exists
      || root["generated_at"].exists && root["results"][0]["test_id"].exists
  }

  /// The results, and the files that were looked at.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      try gaps(try root.optionalArray("errors"), in: &reading)
      let results = try root.requiredArray("results").elements
      reading.scannerVersion = results.lazy.compactMap(version).first { _ in true }
      reading.collect(results) { result throws(SyntaxError) in
        try finding(result, report.digests)
      }
      if try root.optionalObject("metrics").isObject {
        let files = root["metrics"].members.map { $0.key }.filter { $0 != "_totals" }
        reading.coveredPaths = Set(files.map { PathNormalisation.normalised($0) })
      }
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  private static func finding(
    _ result: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let id = try result.requiredString("test_id")
    let line = try result.optionalInt("line_number")
    var problem = CodeResult(
      Rule(
        id: id,
        name: result["test_name"].nonEmpty,
        references: [result["more_info"].string].compactMap { $0 }
      ),
      Severity.usual(try result.optionalString("issue_severity")),
      title: try result.requiredString("issue_text"),
      at: Location(
        path: try result.requiredString("filename"),
        line: line,
        endLine: result["line_range"].elements.compactMap { $0.int }.max(),
        column: result["col_offset"].int.map { $0 + 1 }
      )
    )
    problem.code = quoted(result, from: line)
    if let weakness = result["issue_cwe"]["id"].text { problem.names.add(cwe: weakness) }
    return problem.finding(digests)
  }

  /// The lines that the result is about: `code` quotes others around them, each behind its number.
  private static func quoted(_ result: JSON, from line: Int?) -> String? {
    guard let code = result["code"].nonEmpty, let line else { return nil }
    let last = result["line_range"].elements.compactMap { $0.int }.max() ?? line
    let wanted = code.split(separator: "\n").filter { quoted in
      let number = quoted.prefix { $0.isNumber }
      return Int(number).map { (line...max(line, last)).contains($0) } ?? false
    }
    return wanted.map { $0.drop { $0.isNumber } }.joined(separator: "\n")
  }

  /// The version in the address of a rule's page, such as `/en/1.9.4/`.
  private static func version(_ result: JSON) -> String? {
    guard let page = result["more_info"].string,
      let start = page.ranges(of: "/en/").first?.upperBound
    else { return nil }
    let version = page[start...].prefix { $0 != "/" }
    return version.first?.isNumber == true ? MarkdownText.line(String(version), limit: 40) : nil
  }

  private static func gaps(_ errors: JSON, in reading: inout Reading) throws(SyntaxError) {
    var count = 0
    for error in errors.elements {
      count += 1
      guard count == 1 else { continue }
      let file = error["filename"].string ?? "a file"
      let reason = error["reason"].string ?? "could not be read"
      reading.gaps.append(MarkdownText.line("\(PathNormalisation.normalised(file)): \(reason)"))
    }
    if count > 1 { reading.gaps.append("\(count - 1) more files could not be read") }
  }
}
