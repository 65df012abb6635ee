internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Readers
internal import Reconciliation

/// `vigil diff`: what differs between two sets of reports, or two dates of a history.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what is new, fixed, moved or changed between two reports, or two dates.",
    discussion: """
      EXAMPLES
        vigil diff old.sarif new.sarif
        vigil diff monday/ tuesday/
        vigil diff --mapping formats/acme.yml monday.json tuesday.json
        vigil diff --history history 2026-11-01 2026-11-24

      Exit code 1 if there is a difference, 0 if there is none.
      """
  )

  @Argument(help: "A report, a folder of reports, or with --history a date.", completion: .file())
  var before: String

  @Argument(help: "The same, later.", completion: .file())
  var after: String

  @Option(help: "The history whose dates are compared: a folder, or s3://bucket/prefix.")
  var history: String?

  @OptionGroup var described: MappingOption

  func validate() throws {
    guard history != nil else { return }
    for text in [before, after] where HistoryOption.moment(text) == nil {
      throw ValidationError("\"\(text)\" is not a date or a moment in ISO 8601")
    }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let mappings = try await failing(with: .usage) { () throws(Problem) in
      try await described.load()
    }
    let (comparison, problems) = try await failing { () throws(Problem) in
      if let history { return (try await compare(history, environment), [Problem]()) }
      return try await compareReports(environment, mappings)
    }
    for line in comparison.lines { Output.print(line) }
    Diagnostics.report(problems)
    if !problems.isEmpty { throw ExitCode.incomplete }
    if !comparison.isEmpty { throw ExitCode(1) }
  }

  private func compareReports(
    _ environment: [String: String],
    _ mappings: [ReportMapping]
  ) async throws(Problem) -> (Comparison, [Problem]) {
    let layout = try AdHocReading.layout(nil)
    let old = try await AdHocReading(
      [before],
      comparedWith: [after],
      layout: layout,
      project: "report",
      mappings: mappings,
      environment: environment
    )
    let new = try await AdHocReading(
      [after],
      comparedWith: [before],
      layout: layout,
      project: "report",
      mappings: mappings,
      environment: environment
    )
    let start = old.ledger(at: Instant(seconds: 0))
    let end = new.ledger(after: start, at: Instant(seconds: 1))
    return (Comparison(end), (old.problems + new.problems).sorted())
  }

  private func compare(
    _ history: String,
    _ environment: [String: String]
  ) async throws(Problem) -> Comparison {
    let store = try Place(location: history).open(mustExist: true, environment: environment)
    let past = History(in: store)
    return Comparison(
      from: try await ledger(past, before),
      to: try await ledger(past, after)
    )
  }

  private func ledger(_ history: History, _ text: String) async throws(Problem) -> Ledger {
    guard let run = try await history.run(asOf: HistoryOption.moment(text)) else {
      throw Problem(file: history.store.name, problem: "no run at or before \(text)")
    }
    return try await history.ledger(of: run)
  }
}
