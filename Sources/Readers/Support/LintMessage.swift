internal import Findings
internal import Syntax

/// What Hadolint and ShellCheck say of a line: they share their layout.
struct LintMessage {
  private let entry: JSON
  private let code: String
  private let path: String
  private let text: String

  /// A message whose code is written out, such as `SC2086`.
  init(_ entry: JSON, code: String) throws(SyntaxError) {
    self.entry = entry
    self.code = MarkdownText.line(code)
    path = PathNormalisation.normalised(try entry.requiredString("file"))
    text = MarkdownText.line(try entry.requiredString("message"))
  }

  /// The finding; `style` and `info` are what they say.
  func finding() throws(SyntaxError) -> Finding {
    let level = try entry.requiredString("level")
    let line = try entry.optionalInt("line").flatMap { $0 > 0 ? $0 : nil }
    return Finding(
      rule: Rule(id: code, references: [Self.wiki(of: code)].compactMap { $0 }),
      severity: Severity(word: level),
      scannerSeverity: level,
      title: text,
      location: Location(
        path: MarkdownText.path(path),
        line: line,
        endLine: try entry.optionalInt("endLine"),
        column: try entry.optionalInt("column")
      ),
      identity: .code(
        rule: code,
        at: Place(path: path, line: line, snippet: SnippetDigest.of(text))
      )
    )
  }

  /// The linter whose rule it is, where the rule's name tells: Hadolint's are `DL3008`.
  static func linter(of rule: String) -> String? {
    rule.hasPrefix("DL") && Int(rule.dropFirst(2)) != nil ? "hadolint" : nil
  }

  private static func wiki(of code: String) -> String? {
    if code.hasPrefix("SC") { return "https://www.shellcheck.net/wiki/\(code)" }
    return code.hasPrefix("DL") ? "https://github.com/hadolint/hadolint/wiki/\(code)" : nil
  }
}
