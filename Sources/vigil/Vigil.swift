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
        vigil inspect semgrep.json                what Vigil makes of a report
        vigil report scans/ --output report       dashboards of reports, no history needed
        vigil --generate-completion-script bash   completions for the shell
      """,
    version: Version.number,
    subcommands: [
      RunCommand.self, ReportCommand.self, InspectCommand.self, DiffCommand.self,
      ExplainCommand.self, VerifyCommand.self, FormatsCommand.self, DemoCommand.self,
      InitCommand.self,
    ]
  )
}
