import TestSupport
import Testing

/// What is wrong with a `vigil.yml` is said in one line with its place, and nothing is done.
@Suite struct ConfigurationErrorTests {
  private static let rest = "history:\n  at: h\n"

  private static let wrong: [(text: String, line: String)] = [
    (
      "artifcats:\n  from: a\n" + rest,
      #"line 1: "artifcats" is not a key of the configuration (did you mean "artifacts"?)"#
    ),
    (
      "artifacts:\n  from: a\n  layuot: x\n" + rest,
      #"line 3: "artifacts.layuot" is not a key of the configuration "#
        + #"(did you mean "artifacts.layout"?)"#
    ),
    (
      "artifacts: [a]\n" + rest,
      #"line 1: "artifacts" must hold keys and values"#
    ),
    ("artifacts:\n  from: {a: b}\n" + rest, #"line 2: "artifacts.from" must be a text"#),
    (
      "artifacts:\n  from: a\n" + rest + "scans:\n  stale_after_days: soon\n",
      #"line 6: "scans.stale_after_days" must be a whole number from 1 to 3650"#
    ),
    (
      "artifacts:\n  from: a\n  path_style: 7\n" + rest,
      #"line 3: "artifacts.path_style" must be true or false"#
    ),
    (
      "artifacts:\n  from: a\n" + rest + "gate:\n  new: hihg\n",
      #"line 6: gate.new: "hihg" is not one of critical, high, medium, low, info, unknown"#
    ),
    (
      "artifacts:\n  from: a\n  max_size: much\n" + rest,
      "line 3: artifacts.max_size: not a size (write it as 500 MB or 2 GB)"
    ),
    (
      "artifacts:\n  from: a\n  layout: \"{projekt}/{file}\"\n" + rest,
      "line 3: artifacts.layout: {projekt}/{file}: {projekt} is not a field of a layout "
        + "(did you mean {project}?)"
    ),
    (
      "title: a\nartifacts:\n  from: a\n  from: b\n" + rest,
      "line 3: a key stands there twice: from"
    ),
    ("artifacts: [a\n", "line 2: not YAML: did not find expected ',' or ']'"),
    (
      "title: x\nartifacts:\n  from: \"a\u{1}\"\n",
      "line 3: not YAML: control characters are not allowed"
    ),
    (
      "artifacts:\n  from: a\ntickets:\n  tracker: gitlab\n  url: http://gitlab.example\n" + rest,
      "line 5: tickets.url: would let the token travel in the clear (use https://)"
    ),
    (
      "artifacts:\n  from: a\ntickets:\n  tracker: trello\n" + rest,
      "line 4: tickets.tracker: \"trello\" is not one of jira-cloud, jira-data-center, gitlab"
    ),
    (
      "artifacts:\n  from: a\nmessages:\n  routes: [{name: a, mention: everybody}]\n" + rest,
      "line 4: messages.routes[0].mention: is not @here, @channel or the id of a group or a person"
    ),
    (rest, "does not say where the artifacts are"),
    ("artifacts:\n  from: a\n", "does not say where the history is kept"),
    ("", "is empty"),
    (
      "artifacts:\n  from: s3://x\n" + rest,
      #"line 2: artifacts.from: s3://x: not a bucket's name: "x" (write it as s3://bucket/prefix)"#
    ),
  ]

  @Test(arguments: wrong)
  func whatIsWrongIsSaidInOneLineWithItsPlace(text: String, line: String) throws {
    let workspace = try Workspace(configuration: text)
    for arguments in [["run"], ["run", "--check-config"]] {
      let run = try Program(arguments, in: workspace.folder.path).wait()
      #expect(run.code == 64 && run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      #expect(run.errorLines.first?.hasPrefix("vigil.yml: \(line)") == true, "\(run.errorLines)")
      expectHarmless(run)
    }
  }

  @Test func aConfigurationThatIsNotUTF8IsRefused() throws {
    let workspace = try Workspace()
    try workspace.put([0x74, 0x3A, 0x20, 0xFF, 0xFE, 0x0A], at: "../vigil.yml")
    let run = try workspace.vigil("run")
    #expect(run.code == 64 && run.errorLines == ["vigil.yml: not UTF-8"])
  }

  @Test func aConfigurationThatIsNotThereIsAHint() throws {
    let run = try Workspace().vigil("run", "--config", "other.yml")
    #expect(run.code == 64 && run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    #expect(run.errorLines[0].hasPrefix("other.yml: does not exist (`vigil init` writes one"))
  }

  @Test(arguments: ["artifacts", "history"])
  func whatIsSecretIsNotPublished(name: String) throws {
    let workspace = try Workspace()
    try workspace.folder.write("", to: "\(name)/x/y/z/something")
    try workspace.folder.link("elsewhere", to: name)
    for output in [name, "./\(name)/", ".", "elsewhere", "x/../\(name)"] {
      let run = try workspace.vigil("run", "--output", output)
      #expect(run.code == 64 && run.output.isEmpty && run.errorLines.count == 1, "\(output)")
      let words = "--output: the \(output == "." ? "artifacts" : name) would lie in \(output)"
      #expect(run.errorLines.first?.hasPrefix(words) == true, "\(run.errorLines)")
    }
    try workspace.folder.write(
      Workspace.configuration.replacing("output: public", with: "output: \(name)"),
      to: "vigil.yml"
    )
    let run = try workspace.vigil("run", "--check-config")
    #expect(run.code == 64 && run.output.isEmpty && run.errorLines.count == 1)
  }

  @Test func aDeepConfigurationDoesNotEndTheProgram() throws {
    let deep = String(repeating: "[", count: 100_000)
    let run = try Workspace(configuration: deep).vigil("run")
    #expect(run.code == 64 && run.errorLines.count == 1)
  }

  @Test func manyAliasesDoNotExhaustMemory() throws {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for letter in zip("bcdefghij", "abcdefghi") {
      let list = Array(repeating: "*\(letter.1)", count: 10).joined(separator: ", ")
      text += "\(letter.0): &\(letter.0) [\(list)]\n"
    }
    let run = try Workspace(configuration: text).vigil("run")
    #expect(run.code == 64 && run.errorLines.count == 1)
    #expect(run.peakMemory < 1 << 30)
  }

  @Test func aTemplateThatDoesNotCompileIsAProblemBeforeAnythingIsDone() throws {
    let workspace = try Workspace()
    let run = try workspace.vigil("run", "--templates", "none")
    #expect(run.code == 64 && run.output.isEmpty && run.errorLines.count == 1)
    #expect(throws: (any Error).self) { try workspace.files(in: "history") }
  }
}
