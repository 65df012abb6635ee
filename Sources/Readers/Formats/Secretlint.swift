internal import Findings
internal import Syntax

/// Secretlint: credentials in files.
///
/// The report quotes whole files; nothing of them leaves this reader.
public enum Secretlint: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "secretlint",
    title: "Secretlint JSON",
    provenOn: "the layout of Secretlint 11",
    produce: "secretlint --format json --output secretlint.json \"**/*\"",
    finding: """
      One message. Identity: rule, kind of message and keyed digest of the characters it is about; \
      of a masked report, rule and place.
      """,
    outcome: "`[]` is a complete scan without messages, if the file's name says secretlint.",
    precedence: 3
  )

  /// Files with their content and messages.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["filePath"].exists && $0["sourceContentType"].exists && $0["messages"].kind != .missing
    } || report.isEmptyList(of: format.name)
  }

  /// Each file's messages.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .secrets)
    reading.forEach(report.entries) { reading, file throws(SyntaxError) in
      let path = try file.asObject().requiredString("filePath")
      reading.collect(try file.requiredArray("messages").elements) { message throws(SyntaxError) in
        // Other types steer the linter.
        guard try message.requiredString("type") == "message" else { return nil }
        return try finding(message, in: file, at: path, report.digests)
      }
    }
    return reading
  }

  private static func finding(
    _ message: JSON,
    in file: JSON,
    at path: String,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let rule = try message.requiredString("ruleId")
    let severity = try message.optionalString("severity")
    let start = message["loc"]["start"]
    let quoted = message["data"].members.filter { $0.key != "typeName" }.compactMap(\.value.string)
    let data = quoted.joined(separator: "\n")
    let text = try message.requiredString("message")
    let leak = LeakedSecret(
      value: quotation(of: message["range"], from: file["sourceContent"].string) ?? data,
      context: data
    )
    return leak.finding(
      rule: Rule(
        id: message["messageId"].nonEmpty.map { "\(rule)/\($0)" } ?? rule,
        references: Links.among(message["docsUrl"])
      ),
      severity: severity.map { Severity(word: $0) } ?? .high,
      scannerSeverity: severity,
      // What it quotes may be secret where nothing else says what is.
      title: leak.value == nil ? Redaction(valuesIn: text)(text) : text,
      location: Location(
        path: path,
        line: try start.optionalInt("line"),
        endLine: try message["loc"]["end"].optionalInt("line"),
        column: try start.optionalInt("column").map { $0 + 1 }
      ),
      digests
    )
  }

  /// The characters of a range, which counts as JavaScript does: in UTF-16.
  private static func quotation(of range: JSON, from source: String?) -> String? {
    guard let source, let start = range[0].int, let end = range[1].int, start >= 0, start < end
    else { return nil }
    let units = source.utf16.dropFirst(start).prefix(end - start)
    return units.count == end - start ? String(units) : nil
  }
}
