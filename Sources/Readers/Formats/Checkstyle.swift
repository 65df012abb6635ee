internal import Findings
internal import Syntax

/// Checkstyle XML, as linters of all languages write it.
public enum Checkstyle: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkstyle",
    title: "Checkstyle XML",
    provenOn: "ShellCheck 0.11, hadolint 2.15; the layout of Checkstyle 10",
    produce: "shellcheck --format checkstyle scripts/*.sh > shellcheck.xml",
    finding: """
      One error of one file. Identity: its source; place: path, the message, line. The scanner is \
      what the sources begin with, such as ShellCheck.
      """,
    outcome: """
      Partial if `exception` elements tell of files that could not be read. A report without \
      errors is a complete scan.
      """,
    precedence: 1
  )

  /// A root named `checkstyle`.
  public static func recognises(_ report: Report) -> Bool {
    report.xml?.isNamed("checkstyle") ?? false
  }

  /// Each file's errors.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    let files = root.children("file")
    let sources = files.lazy.flatMap { $0.children("error") }.compactMap { $0["source"] }
    let scanner = sources.first.flatMap(tool) ?? report.scanner ?? format.name
    let name = ScannerCategories.canonical(scanner)
    var reading = Reading(scanner: name, category: ScannerCategories.category(of: name))
    reading.forEach(files) { reading, file throws(SyntaxError) in
      let path = PathNormalisation.normalised(try file.requiredAttribute("name"))
      reading.collect(file.children("error")) { error throws(SyntaxError) in
        try finding(error, in: path)
      }
      if file.child("exception").exists {
        reading.gaps.append("\(MarkdownText.line(path)): could not be read")
      }
    }
    return reading
  }

  /// The tool that a source begins with: `ShellCheck.SC2086`; Checkstyle's own are Java classes.
  private static func tool(of source: String) -> String? {
    if let linter = LintMessage.linter(of: source) { return linter }
    let parts = source.split(separator: ".")
    guard parts.count == 2, let tool = parts.first, tool.first?.isLetter == true else {
      return nil
    }
    return String(tool)
  }

  private static func finding(
    _ error: XMLElement,
    in path: String
  ) throws(SyntaxError) -> Finding {
    let severity = error["severity"]
    // The last part of `com.puppycrawl.tools.checkstyle.checks.naming.MemberNameCheck`.
    let check = (error["source"] ?? "").split(separator: ".").last.map(String.init)
    let said = try error.requiredAttribute("message")
    let message = MarkdownText.line(CredentialRules.message(said, of: check ?? ""))
    let rule = check.map { MarkdownText.line($0) } ?? message
    let line = error["line"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return Finding(
      rule: Rule(id: rule),
      severity: severity.map { Severity(word: $0) } ?? .unknown,
      scannerSeverity: severity,
      title: message,
      location: Location(
        path: MarkdownText.path(path),
        line: line,
        column: error["column"].flatMap { Int($0) }
      ),
      identity: .code(
        rule: rule,
        at: Place(path: path, line: line, snippet: SnippetDigest.of(message))
      )
    )
  }
}
