import TestSupport
import Testing

@Suite struct CommandLineTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  @Test(arguments: [
    "run", "report", "inspect", "diff", "explain", "verify", "formats", "demo", "init",
  ])
  func everyCommandHasExamples(command: String) throws {
    let help = try workspace.vigil(command, "--help")
    #expect(help.code == 0 && help.errors.isEmpty)
    let lines = help.outputLines
    let heading = try #require(lines.firstIndex { $0.hasSuffix("EXAMPLES") })
    #expect(lines[heading...].dropFirst().first?.contains("vigil \(command)") == true)
  }

  @Test func theHelpNamesEveryCommandAndHasExamples() throws {
    let help = try workspace.vigil("--help")
    #expect(help.code == 0)
    let text = help.outputLines.joined(separator: "\n")
    let commands = [
      "run", "report", "inspect", "diff", "explain", "verify", "formats", "demo", "init",
    ]
    for command in commands { #expect(text.contains("\n  \(command) "), "\(command)") }
    #expect(text.contains("EXAMPLES"))
  }

  @Test func theVersionIsOneLine() throws {
    let run = try workspace.vigil("--version")
    #expect(run.code == 0 && run.outputLines.count == 1 && run.errors.isEmpty)
  }

  @Test(arguments: [
    ["bogus"], ["run", "--bogus"], ["run", "extra"], ["explain"], ["inspect"], ["diff", "one"],
    ["report"], ["report", "--output", "out"],
    ["report", "a", "--history", "h", "--output", "out"],
    ["report", "a", "--output", "out", "--as-of", "2026-01-01"],
    ["inspect", "--format", "xml", "a"],
    ["run", "--now", "garbage"], ["run", "--now", "2026-13-01"], ["run", "--now", ""],
    ["report", "--history", "h", "--as-of", "yesterday", "--output", "out"],
    ["explain", "x", "--as-of", "never"], ["diff", "--history", "h", "then", "now"],
    ["formats", "nonsense"], ["verify", "extra"],
  ])
  func whatTheCommandLineDoesNotKnowIsAUsageError(arguments: [String]) throws {
    let run = try Program(arguments, in: workspace.folder.path).wait()
    #expect(run.code == 64)
    #expect(run.output.isEmpty && !run.errors.isEmpty)
    expectHarmless(run)
  }

  @Test func aHostileArgumentDoesNothingToTheTerminal() throws {
    let hostile = "x\u{1B}]0;owned\u{7}\u{202E}\u{85}\ny"
    for arguments in [
      [hostile], ["run", "--now", hostile], ["run", "--config", hostile], ["formats", hostile],
      ["inspect", hostile], ["explain", hostile], ["diff", hostile, hostile], ["init", hostile],
      ["report", hostile, "--output", "out"], ["verify", "--history", hostile],
      ["run", "--\(hostile)"],
    ] {
      let run = try Program(arguments, in: workspace.folder.path).wait()
      #expect(run.code != 0 || arguments[0] == "init", "\(arguments[0])")
      expectHarmless(run)
    }
  }

  @Test(arguments: [("bash", "complete"), ("zsh", "#compdef vigil"), ("fish", "complete -c")])
  func completionsAreMadeForTheShell(shell: String, sign: String) throws {
    let run = try workspace.vigil("--generate-completion-script", shell)
    #expect(run.code == 0 && run.errors.isEmpty)
    let script = String(decoding: run.output, as: UTF8.self)
    #expect(script.contains(sign) && script.contains("check-config") && script.contains("verify"))
  }

  @Test func initWritesASoundConfigurationAndLeavesOneThatIsThereAlone() throws {
    let written = try workspace.vigil("init", "ci/vigil.yml")
    #expect(written.code == 0 && written.errors.isEmpty && written.outputLines.count == 1)
    let checked = try workspace.vigil("run", "--config", "ci/vigil.yml", "--check-config")
    #expect(checked.code == 0)
    #expect(checked.outputLines == ["ci/vigil.yml: sound"] && checked.errors.isEmpty)

    let before = try workspace.bytes(of: "vigil.yml")
    let refused = try workspace.vigil("init")
    #expect(refused.code == 2 && refused.output.isEmpty)
    #expect(refused.errorLines == ["vigil.yml: exists already, and was left alone"])
    #expect(try workspace.bytes(of: "vigil.yml") == before)
  }

  @Test func formatsListsEveryFormatAndFindsOne() throws {
    let all = try workspace.vigil("formats")
    #expect(all.code == 0 && all.errors.isEmpty)
    let one = try workspace.vigil("formats", "trivy")
    #expect(one.code == 0 && one.outputLines.first?.hasPrefix("trivy  ") == true)
    #expect(all.outputLines.contains(one.outputLines[0]))
  }
}
