internal import Findings
internal import Syntax

/// gosec: static analysis of Go.
public enum Gosec: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "gosec",
    title: "gosec JSON",
    provenOn: "gosec 2.0 to 2.22",
    produce: "gosec -no-fail -track-suppressions -fmt json -out gosec.json ./...",
    finding: """
      One issue. Identity: the rule; place: path, the flagged lines, their number. What a `#nosec` \
      comment hides is suppressed, with its words.
      """,
    outcome: """
      Partial when `Golang errors` names files that did not compile. A report that counts issues \
      and lists none is a failed scan.
      """,
    precedence: 3
  )

  /// Issues beside statistics.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["Stats"]["nosec"].exists && root["Issues"].kind != .missing
      || root["Golang errors"].isObject && root["Issues"].isArray
  }

  /// Each issue.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    reading.scannerVersion = root["GosecVersion"].nonEmpty
    do {
      reading.collect(try root.optionalArray("Issues").elements) { issue throws(SyntaxError) in
        try finding(issue, report.digests)
      }
    } catch {
      throw ReadError(error)
    }
    for (file, _) in root["Golang errors"].members.prefix(20) {
      reading.gaps.append(
        "did not compile: \(MarkdownText.path(PathNormalisation.normalised(file)))"
      )
    }
    if !root["Issues"].isArray, root["Stats"]["found"].int != 0 {
      reading.failure = "the report counts issues and lists none"
    }
    return reading
  }

  private static func finding(
    _ issue: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let lines = LineRange(try issue.asObject()["line"].text)
    let location = Location(
      path: try issue.requiredString("file"),
      line: lines.first,
      endLine: lines.last,
      column: issue["column"].int
    )
    let details = try issue.requiredString("details")
    var result = CodeResult(
      Rule(
        id: try issue.requiredString("rule_id"),
        name: details,
        remediation: issue["autofix"].nonEmpty,
        references: Links.among(issue["cwe"]["url"])
      ),
      Severity.usual(try issue.requiredString("severity")),
      title: details,
      at: location
    )
    if let weakness = issue["cwe"]["id"].text { result.names.add(cwe: weakness) }
    if let code = issue["code"].nonEmpty {
      result.code = lines.range.map { NumberedLines.among(code, $0) } ?? code
    }
    let suppression = issue["suppressions"][0]
    if suppression.exists || issue["nosec"].bool == true {
      let words = suppression["justification"].string
      result.suppression = Suppression(justification: MarkdownText.clean(words))
    }
    return result.finding(digests)
  }
}
