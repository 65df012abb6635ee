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
    abstract: "Show what would be done to tickets and told in messages, or do it.",
    discussion: """
      Compares what the last run found with what the issues and the channels were told. Nothing is
      changed or sent unless --apply is given. `vigil run` does the same after the dashboards, as far
      as tickets.apply and messages.apply say so.

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
    let configuration = try await failing(with: .usage) { () throws(Problem) in
      try await Configuration.load(config)
    }
    let progress = Progress(isVerbose: false, environment: environment)
    let (ledger, acts) = try await failing { () throws(Problem) in
      let history = try configuration.openHistory(environment: environment)
      guard let latest = try await history.latest() else {
        throw Problem(
          file: history.store.name,
          problem: "no run yet",
          hint: "`vigil run` makes one"
        )
      }
      let acts = await Acts(
        configuration,
        in: history,
        templates: templates ?? configuration.templates,
        environment: environment,
        observer: progress,
        backfill: backfill
      )
      return (try await history.ledger(of: latest), acts)
    }
    guard configuration.tickets != nil || configuration.messages != nil else {
      let problem = Problem(
        file: config,
        problem: "says nothing of tickets or messages",
        hint: "add tickets: with tracker:, url: and routes:"
      )
      Diagnostics.report([problem])
      throw ExitCode.usage
    }
    let problems = await sync(ledger, acts, progress)
    Diagnostics.report(problems)
    if !problems.isEmpty { throw ExitCode.incomplete }
  }

  /// Does it, or shows what it would do.
  ///
  /// - Returns: What went wrong.
  private func sync(_ ledger: Ledger, _ acts: Acts, _ progress: Progress) async -> [Problem] {
    var problems = acts.problems
    var report: TicketReport?
    if let tickets = acts.tickets {
      let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
      let result = await tickets(ledger, at: max(now, ledger.moment), isApplied: apply)
      progress.ends()
      problems += result.problems
      report = result.report
      if let report, apply {
        Output.print("\(report.tracker): done: \(PlanLines.counts(report.done, "× "))")
      } else if let report {
        PlanLines(tracker: report.tracker, plan: result.plan).print()
      }
    }
    if let messages = acts.messages {
      let result = await messages(ledger, tickets: report, isApplied: apply)
      progress.ends()
      problems += result.problems
      for channel in result.channels { MessageLines(channel: channel).print() }
    }
    return problems
  }
}
