import Syntax
import TestSupport
import Testing

/// Mappings as a user writes them: what is wrong with one is said with its line, and a run goes by it.
@Suite struct MappingConfigurationTests {
  private static let start = """
    name: acme
    syntax: json
    category: sast
    recognise: {equals: {tool: acme}}
    entries: issues[*]
    fields:
      rule: id

    """
  private static let lines = "name: acme\nsyntax: json-lines\ncategory: sast\n"
  private static let report = """
    {"tool": "acme", "issues": [{"id": "A1", "level": "P1"}, {"id": "A2"}]}
    """

  private static let wrong: [(text: String, line: String)] = [
    (
      start + "  mesage: text\n",
      #"line 8: "fields.mesage" is not a key of the configuration "#
        + #"(did you mean "fields.message"?)"#
    ),
    (
      start + "identty: [rule]\n",
      #"line 8: "identty" is not a key of the configuration (did you mean "identity"?)"#
    ),
    (start + "  path: a..b\n", "line 8: fields.path: not a path: a..b: a step has no name"),
    (start + "  line: {path: a, secret: true}\n", "line 8: fields.line: cannot be secret"),
    (start + "  secret: {value: abc}\n", "line 8: fields.secret: is secret and stands"),
    (start + "  name: {paht: a}\n", #"line 8: "fields.name.paht" is not a key"#),
    (start + "identity: [rule, line]\n", #"line 8: identity: "line" does not stay the same"#),
    (start + "identity: [path]\n", #"line 8: identity: "path" is not among the fields"#),
    (start + "severities: {P1: bad}\n", #"line 8: severities.P1: "bad" is not one of critical"#),
    (start + "failed: {a: }\n", #"line 8: "failed.a" is missing"#),
    (start.replacing("issues[*]", with: "issues"), "line 5: entries: must end with [*]"),
    (start.replacing("entries: issues[*]\n", with: ""), #"line 1: "entries" is missing"#),
    (start.replacing("rule: id", with: "name: id"), #"line 7: "fields.rule" is missing"#),
    (start.replacing("json", with: "jsno"), #"line 2: syntax: "jsno" is not one of json"#),
    (start.replacing("name: acme", with: "name: sarif"), #"line 1: name: "sarif" is the name of"#),
    (start.replacing("equals: {tool: acme}", with: ""), "line 4: recognise: says nothing"),
    (lines + "recognise: {columns: [a]}\n", #"line 4: "recognise.columns" is not a key"#),
    ("", "is empty"),
  ]

  @Test(arguments: wrong)
  func whatIsWrongWithAMappingIsSaidWithItsLine(text: String, line: String) throws {
    let workspace = try Workspace(
      configuration: Workspace.configuration + "formats: [{file: formats/acme.yml}]\n"
    )
    try workspace.folder.write(text, to: "formats/acme.yml")
    try workspace.folder.write(Self.report, to: "report.dat")
    for arguments in [
      ["run", "--check-config"], ["inspect", "--mapping", "formats/acme.yml", "report.dat"],
    ] {
      let run = try Program(arguments, in: workspace.folder.path).wait()
      #expect(run.code == 64 && run.output.isEmpty && run.errorLines.count == 1)
      #expect(
        run.errorLines.first?.hasPrefix("formats/acme.yml: \(line)") == true,
        "\(run.errorLines)"
      )
    }
  }

  /// The mapping inside `vigil.yml`.
  private static func inline(_ mapping: String) -> String {
    let lines = mapping.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
    return Workspace.configuration + "formats:\n  -\n\(lines)\n"
  }

  @Test func anInlineMappingsProblemHasTheLineOfTheConfiguration() throws {
    let workspace = try Workspace(configuration: Self.inline(Self.start + "  mesage: text"))
    let run = try workspace.vigil("run", "--check-config")
    #expect(run.code == 64 && run.errorLines.count == 1)
    let line = #"vigil.yml: line 16: "formats[0].fields.mesage" is not a key"#
    #expect(run.errorLines.first?.hasPrefix(line) == true, "\(run.errorLines)")
  }

  @Test(arguments: [["--mapping", "acme.yml"], ["--config", "vigil.yml"]])
  func everyCommandThatReadsReportsTakesMappings(option: [String]) throws {
    let workspace = try Workspace(
      configuration: Workspace.configuration + "formats: [{file: acme.yml}]\n"
    )
    try workspace.folder.write(Self.start, to: "acme.yml")
    try workspace.folder.write(Self.report, to: "monday.dat")
    try workspace.folder.write(Self.report.replacing("A2", with: "A3"), to: "tuesday.dat")
    func vigil(_ words: String...) throws -> Program.Run {
      try Program(words + option, in: workspace.folder.path).wait()
    }
    let inspection = try vigil("inspect", "monday.dat")
    #expect(inspection.code == 0 && inspection.outputLines.contains("  reader    acme"))
    #expect(try vigil("report", "monday.dat", "--output", "public").code == 0)
    #expect(try workspace.openRules() == ["A1", "A2"])
    let difference = try vigil("diff", "monday.dat", "tuesday.dat")
    #expect(difference.code == 1 && difference.errorLines.isEmpty)
    #expect(difference.outputLines.contains { $0.contains("A3") })
    let formats = try vigil("formats", "acme")
    #expect(formats.code == 0 && formats.outputLines.first == "acme  acme, by a mapping")
  }

  @Test func aMappingsFileThatIsNotThereIsAProblem() throws {
    let workspace = try Workspace(
      configuration: Workspace.configuration + "formats: [{file: none.yml}]\n"
    )
    let run = try workspace.vigil("run")
    #expect(run.code == 64)
    #expect(run.errorLines == ["none.yml: does not exist (formats: names it)"])
  }

  @Test func aRunGoesByItsMappingsAndReadsAgainWhenTheyChange() throws {
    let workspace = try Workspace(
      configuration: Workspace.configuration + "formats: [{file: acme.yml}]\n"
    )
    try workspace.folder.write(Self.start, to: "acme.yml")
    try workspace.put(Self.report, at: "shop/sast/acme/report.dat")
    let first = try workspace.run(night: 0)
    #expect(first.code == 0, "\(first.errorLines)")
    #expect(try workspace.openRules() == ["A1", "A2"])
    let scan = try #require(Array(try workspace.report()["scans"].elements).first)
    #expect(scan["reader"].string == "acme" && scan["outcome"].string == "complete")
    #expect(try severities(workspace) == ["unknown", "unknown"])
    let words = "  severity: level\nseverities: {p1: critical}\n"
    try workspace.folder.write(Self.start + words, to: "acme.yml")
    #expect(try workspace.run(night: 1).code == 0)
    #expect(try severities(workspace) == ["critical", "unknown"])
    #expect(try workspace.states() == ["open", "open"])
  }

  @Test func aReportWhoseListIsGoneFixesNothing() throws {
    let workspace = try Workspace(configuration: Self.inline(Self.start))
    try workspace.put(Self.report, at: "shop/sast/acme/report.dat")
    #expect(try workspace.run(night: 0).code == 0)
    try workspace.put(#"{"tool": "acme"}"#, at: "shop/sast/acme/report.dat", night: 1)
    let run = try workspace.run(night: 1)
    #expect(run.code == 2)
    #expect(run.errorLines.first?.hasSuffix("expected `issues`, found none") == true)
    #expect(try workspace.outcome(of: "acme") == "failed")
    #expect(try !workspace.states().contains("fixed"))
  }

  private func severities(_ workspace: Workspace) throws -> [String] {
    try workspace.report()["findings"].elements.compactMap { $0["severity"].string }.sorted()
  }
}
