internal import Actions
internal import ArgumentParser
internal import Dashboards
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Readers
internal import Reconciliation
internal import Services

/// `vigil report`: dashboards of reports, or of what was known on a date, without any side effect.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write dashboards of reports, or of a past date, and change nothing else.",
    discussion: """
      EXAMPLES
        vigil report scans/ --output report
        vigil report gl-sast-report.json trivy.json --output report
        vigil report --config vigil.yml acme.json --output report
        vigil report --history s3://acme-security/vigil --as-of 2026-09-30 --output audit
        vigil report --history history --project shop --output shop
      """
  )

  @Argument(help: "Reports, or folders of them.", completion: .file())
  var paths: [String] = []

  @Option(help: "The history to report of: a folder, or s3://bucket/prefix.")
  var history: String?

  @Option(help: "Of the history, what was known at the end of a date, or at a moment.")
  var asOf: String?

  @Option(help: "Of the history, only this project; of reports, what they belong to.")
  var project: String?

  @Option(help: "How the keys below a folder are made.")
  var layout: String?

  @Option(help: "Whose dashboards they are; their header says so.")
  var title = "Security"

  @Option(help: "A folder of templates that replace those in the program, file by file.")
  var templates: String?

  @OptionGroup var described: MappingOption

  @OptionGroup var now: MomentOption

  @Option(help: "The folder the dashboards go to.", completion: .directory)
  var output: String

  func validate() throws {
    guard paths.isEmpty == (history != nil) else {
      throw ValidationError("name reports, or a --history, but not both")
    }
    guard let asOf else { return }
    guard history != nil else { throw ValidationError("--as-of needs a --history") }
    guard HistoryOption.moment(asOf) != nil else {
      throw ValidationError("--as-of: \"\(asOf)\" is not a date or a moment in ISO 8601")
    }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let dashboard = try await failing(with: .usage) { () throws(Problem) in
      try await TemplateSetup.dashboard(title: title, templates: templates)
    }
    let mappings = try await failing(with: .usage) { () throws(Problem) in
      try await described.load()
    }
    let problems = try await failing { () throws(Problem) in
      let known = try await known(environment, mappings)
      let folder = SiteFolder(root: output)
      try folder.write { (sink) throws(Problem) in
        try dashboard.write(known.ledger, tickets: known.tickets, to: sink)
      }
      return known.problems
    }
    Diagnostics.report(problems)
    Output.print("see \(output)/index.html")
    if !problems.isEmpty { throw ExitCode.incomplete }
  }

  /// What the dashboards are of.
  private struct Known {
    var ledger: Ledger
    var tickets: TicketReport?
    var problems: [Problem] = []
  }

  private func known(
    _ environment: [String: String],
    _ mappings: [ReportMapping]
  ) async throws(Problem) -> Known {
    guard let history else {
      let layout = try AdHocReading.layout(layout)
      let reading = try await AdHocReading(
        paths,
        layout: layout,
        project: project ?? "report",
        mappings: mappings,
        environment: environment
      )
      let ledger = reading.ledger(at: now.moment)
      // What could not be read is among the reading's problems, file by file.
      let failed = ledger.scanProblems(
        unless: { $0.reader == nil || $0.skipped > 0 },
        place: { $0 }
      )
      return Known(ledger: ledger, problems: (reading.problems + failed).sorted())
    }
    let store = try Place(location: history).open(mustExist: true, environment: environment)
    let past = History(in: store)
    guard let run = try await past.run(asOf: asOf.flatMap(HistoryOption.moment)) else {
      throw Problem(
        file: history,
        problem: asOf.map { "no run at or before \($0)" } ?? "no run yet"
      )
    }
    var known = Known(ledger: try await past.ledger(of: run, project: project))
    do throws(Problem) {
      known.tickets = try await past.tickets(of: run.record.moment)
    } catch {
      known.problems.append(error)
    }
    return known
  }
}
