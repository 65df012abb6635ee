internal import Findings
internal import Syntax

/// The matches of libsast's rules, as njsscan and mobsfscan report them: an object of rules, each
/// with what is known of it and the files that match.
struct LibsastMatches {
  /// What one finding is, in the words of a format.
  static let finding = """
    One match of a rule in one file. Identity: the rule; place: path, the matched code, its \
    lines. Missing controls, which have no file, are findings of the application.
    """
  /// What the scan's outcome is read from.
  static let outcome = "Partial when `errors` names files that could not be scanned."

  private let id: String
  private let metadata: JSON

  /// What a report says: the matches of its rules, and what could not be scanned.
  ///
  /// The version stands under one key, the rules under one or several.
  static func reading(
    of scanner: String,
    _ report: Report,
    version: StaticString,
    rules sections: [StaticString]
  ) throws(ReadError) -> Reading {
    try report.reading(of: scanner, .sast) { reading, root throws(SyntaxError) in
      reading.scannerVersion = root[version].nonEmpty
      for section in sections {
        add(try root.requiredObject(section), to: &reading, report.digests)
      }
      for error in try root.optionalArray("errors").elements.prefix(20) {
        let text = error["message"].nonEmpty ?? error.string ?? "an error"
        reading.gaps.append(MarkdownText.line(text, limit: 200))
      }
    }
  }

  /// Adds the matches of each rule; a rule without files is about the whole application.
  private static func add(_ rules: JSON, to reading: inout Reading, _ digests: SecretDigest) {
    for (id, rule) in rules.members {
      let matches = LibsastMatches(id: id, metadata: rule["metadata"])
      let files = Array(rule["files"].elements)
      reading.collect(files.isEmpty ? [rule] : files) { file throws(SyntaxError) in
        _ = try rule.asObject().strictArray("files")
        return try matches.finding(files.isEmpty ? nil : file, digests)
      }
    }
  }

  private func finding(_ file: JSON?, _ digests: SecretDigest) throws(SyntaxError) -> Finding {
    let description = try metadata.requiredString("description")
    let lines = file?["match_lines"]
    var result = CodeResult(
      Rule(
        id: id,
        name: id,
        description: description,
        references: Links.among(metadata["reference"])
      ),
      Severity.usual(try metadata.requiredString("severity")),
      title: description.firstSentence,
      at: Location(
        path: try file?.requiredString("file_path"),
        line: lines?[0].int,
        endLine: lines?[1].int
      )
    )
    result.code = file?["match_string"].nonEmpty
    for (key, value) in metadata.members {
      guard let text = value.string else { continue }
      if key == "cwe" { result.names.add(text) }
      if key.hasPrefix("owasp") { result.names.add("OWASP-\(text)") }
      if key == "masvs" { result.names.add(.framework, "MASVS \(text)") }
    }
    return result.finding(digests)
  }
}
