internal import Findings
internal import Syntax

/// The matches of libsast's rules, as njsscan and mobsfscan report them: an object of rules, each
/// with what is known of it and the files that match.
struct LibsastMatches {
  private let id: String
  private let metadata: JSON

  /// Adds the matches of each rule; a rule without files is about the whole application.
  static func add(_ rules: JSON, to reading: inout Reading, _ digests: SecretDigest) {
    for (id, rule) in rules.members {
      let matches = LibsastMatches(id: id, metadata: rule["metadata"])
      let files = Array(rule["files"].elements)
      reading.collect(files.isEmpty ? [rule] : files) { file throws(SyntaxError) in
        _ = try rule.asObject().strictArray("files")
        return try matches.finding(files.isEmpty ? nil : file, digests)
      }
    }
  }

  /// Adds what could not be scanned.
  static func outcome(_ errors: JSON, of reading: inout Reading) throws(SyntaxError) {
    for error in errors.elements.prefix(20) {
      let text = error["message"].nonEmpty ?? error.string ?? "an error"
      reading.gaps.append(MarkdownText.line(text, limit: 200))
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
