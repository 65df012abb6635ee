internal import Actions
internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Reconciliation

/// `vigil sync`: the tickets alone.
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Show what would be done to the tickets, or do it.",
    discussion: """
      Compares what the last run found with what the issues were told. Nothing is changed unless
      --apply is given. `vigil run` does the same after the dashboards, if tickets.apply is true.

      EXAMPLES
        vigil sync --plan                 every request that would be made
        vigil sync --apply                make them
        vigil sync --apply --backfill 20  also open tickets for the 20 worst findings of the baseline
      """
  )

  @Option(help: "The configuration.", completion: .file(extensions: ["yml", "yaml"]))
  var config = "vigil.yml"

  @Flag(help: "Show the requests (the default).")
  var plan = false

  @Flag(help: "Make the requests.")
  var apply = false

  @Option(help: "Open tickets for so many findings of the baseline, the worst first.")
  var backfill = 0

  @Option(help: "A folder of templates that replace those in the program, file by file.")
  var templates: String?

  func validate() throws {
    if plan && apply { throw ValidationError("--plan and --apply are opposites: choose one.") }
    if backfill < 0 { throw ValidationError("--backfill is a number of findings, 0 or more.") }
  }

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let (configuration, setup) = try await failing(with: .usage) { () throws(Problem) in
      let configuration = try await Configuration.load(config)
      guard var setup = configuration.tickets else {
        throw Problem(
          file: config,
          problem: "says nothing of tickets",
          hint: "add tickets: with tracker:, url: and routes:"
        )
      }
      setup.policy.backfill = backfill
      return (configuration, setup)
    }
    let progress = Progress(isVerbose: false, environment: environment)
    let result = try await failing { () throws(Problem) in
      let history = try configuration.openHistory(environment: environment)
      guard let latest = try await history.latest() else {
        throw Problem(
          file: history.store.name,
          problem: "no run yet",
          hint: "`vigil run` makes one"
        )
      }
      let tickets = try await setup.tickets(
        in: history,
        templates: templates ?? configuration.templates,
        environment: environment,
        observer: progress
      )
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      return await tickets(
        try await history.ledger(of: latest),
        at: max(now, latest.record.moment),
        isApplied: apply
      )
    }
    progress.ends()
    Diagnostics.report(result.problems)
    if let report = result.report {
      if apply {
        Output.print("\(report.tracker): done: \(PlanLines.counts(report.done, "× "))")
      } else {
        PlanLines(tracker: report.tracker, plan: result.plan).print()
      }
    }
    if !result.problems.isEmpty { throw ExitCode.incomplete }
  }
}
