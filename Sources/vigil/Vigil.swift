internal import ArgumentParser

/// The command line.
@main
struct Vigil: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigil",
    abstract: "Keeps watch over a company's security scanners.",
    discussion: """
      Collects the scanners' reports, compares them with the last run, and writes dashboards.

      EXAMPLES
        vigil init                                write a configuration to start from
        vigil run                                 the nightly run
        vigil sync --plan                         what would be done to the tickets
        vigil inspect semgrep.json                what Vigil makes of a report
        vigil report scans/ --output report       dashboards of reports, no history needed
        vigil --generate-completion-script bash   completions for the shell
      """,
    version: Version.number,
    subcommands: [
      RunCommand.self, ReportCommand.self, InspectCommand.self, DiffCommand.self,
      ExplainCommand.self, SyncCommand.self, VerifyCommand.self, FormatsCommand.self,
      DemoCommand.self,
      InitCommand.self,
    ]
  )
}

extension Vigil {
  /// Runs the command that the arguments name.
  ///
  /// What is wrong with them is said in a line that does nothing to a terminal, whatever they hold.
  static func main() async {
    Diagnostics.openStandardStreams()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      // Help and completions come this way too.
      guard code != .success else { exit(withError: error) }
      let problem = message(for: error)
      let text = fullMessage(for: error)
      let shown =
        problem.isEmpty ? text : text.replacing(problem, with: Diagnostics.oneLine(problem))
      for line in shown.split(separator: "\n") { Diagnostics.print(String(line)) }
      exit(withError: code)
    }
  }
}
