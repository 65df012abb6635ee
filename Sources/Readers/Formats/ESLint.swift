internal import Findings
internal import Syntax

/// ESLint: rules for JavaScript and TypeScript, those of security plug-ins among them.
public enum ESLint: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "eslint",
    title: "ESLint JSON",
    provenOn: "ESLint 6 to 9",
    produce: "eslint --format json --output-file eslint.json .",
    finding: """
      One message. Identity: the rule; place: path, the line's text where the report holds the \
      source, its number. An error is high, a warning medium. Messages that a comment disables are \
      suppressed, with its words.
      """,
    outcome: "Partial when a file could not be parsed. The files are the coverage.",
    precedence: 3
  )

  /// A list of files with messages.
  public static func recognises(_ report: Report) -> Bool {
    report.json?.elements.prefix(20).contains {
      $0["filePath"].exists && $0["messages"].kind != .missing && $0["errorCount"].exists
    } ?? false
  }

  /// Each message of each file.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    var paths: Set<String> = []
    for file in root.elements {
      do {
        let path = try file.asObject().requiredString("filePath")
        paths.insert(PathNormalisation.normalised(path))
        try reading.add(file, path, report.digests)
      } catch {
        reading.skipped.add(ReadError(error))
      }
    }
    reading.coveredPaths = paths
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(
    _ file: JSON,
    _ path: String,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    let source = file["source"].string?.split(separator: "\n", omittingEmptySubsequences: false)
    var broken: [String] = []
    collect(try file.requiredArray("messages").elements) { message throws(SyntaxError) in
      guard message["fatal"].bool != true else {
        let text = "\(PathNormalisation.normalised(path)): \(message["message"].string ?? "")"
        broken.append(MarkdownText.line(text, limit: 200))
        return nil
      }
      return try ESLint.result(message, path, source).finding(digests)
    }
    gaps += broken.prefix(max(0, 20 - gaps.count))
    collect(try file.optionalArray("suppressedMessages").elements) { message throws(SyntaxError) in
      var result = try ESLint.result(message, path, source)
      let words = message["suppressions"][0]["justification"].string
      result.suppression = Suppression(justification: MarkdownText.clean(words))
      return result.finding(digests)
    }
  }
}

extension ESLint {
  fileprivate static func result(
    _ message: JSON,
    _ path: String,
    _ source: [Substring]?
  ) throws(SyntaxError) -> CodeResult {
    let word = try message.asObject().optionalInt("severity").map { $0 == 2 ? "error" : "warning" }
    let location = Location(
      path: path,
      line: try message.optionalInt("line"),
      endLine: try message.optionalInt("endLine"),
      column: try message.optionalInt("column")
    )
    var result = CodeResult(
      Rule(id: try message.optionalString("ruleId") ?? "eslint"),
      Severity.usual(word),
      title: try message.requiredString("message"),
      at: location
    )
    if let line = location.line, let source, source.indices.contains(line - 1) {
      result.code = String(source[line - 1])
    }
    return result
  }
}
