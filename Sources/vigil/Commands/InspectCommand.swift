internal import ArgumentParser
internal import Dashboards
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Readers
internal import Reconciliation

/// `vigil inspect`: what Vigil makes of reports.
struct InspectCommand: AsyncParsableCommand {
  /// How the answer is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract:
      "Say which reader reads a report, what the scan came to, and which findings it holds.",
    discussion: """
      EXAMPLES
        vigil inspect semgrep.json
        vigil inspect scans/
        vigil inspect --layout '{project}/{scanner}/{file}' artifacts/
        vigil inspect --mapping formats/acme.yml acme.json
        vigil inspect --format json trivy.json | jq 'select(.severity == "critical")'
      """
  )

  @Argument(help: "Reports, or folders of them.", completion: .file())
  var files: [String]

  @Option(help: "text, or json: a scan and then its findings, one object a line.")
  var format = Format.text

  @OptionGroup var described: MappingOption

  @Flag(help: "Only the scans, not the findings.")
  var scansOnly = false

  @Option(help: "The project they belong to.")
  var project = "report"

  @Option(
    help: ArgumentHelp(
      "How the keys below a folder are made.",
      discussion: "A report that says nothing, such as an empty list, is known by its scanner."
    )
  )
  var layout: String?

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one report") }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let mappings = try await failing(with: .usage) { () throws(Problem) in
      try await described.load()
    }
    let layout = try await failing(with: .usage) { () throws(Problem) -> Layout? in
      if let pattern = self.layout { try Layout(pattern) } else { nil }
    }
    let problems = try await failing { () throws(Problem) in
      var problems: [Problem] = []
      for file in files {
        let source = try await AdHocSource(file, layout: layout, project: project, environment)
        problems += source.problems
        for placed in source.placed {
          let reading = try await AdHocReading(source, only: placed, mappings: mappings)
          problems += reading.problems
          for var scan in reading.projects.flatMap(\.scans) {
            if scansOnly { scan.findings = [] }
            print(scan)
          }
        }
      }
      return problems
    }
    Diagnostics.report(problems)
    if !problems.isEmpty { throw ExitCode.incomplete }
  }

  private func print(_ reading: StreamReading) {
    switch format {
    case .json:
      var export = InspectionExport()
      export.add(reading.scan)
      for finding in reading.findings {
        export.add(finding, in: reading.scan.stream)
        if reading.findings.count > 10_000 { Output.write(export.take()) }
      }
      Output.write(export.take())
    case .text:
      for line in Inspection(reading).lines { Output.print(line) }
    }
  }
}
