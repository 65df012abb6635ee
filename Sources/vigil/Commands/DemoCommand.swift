internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Services

/// `vigil demo`: the nightly run over the sample nights that are part of the program.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Run the nights of two sample projects, and write their dashboards.",
    discussion: """
      The samples are reports of real scanners over code made for it. The folder holds a bucket, a
      history and a vigil.yml to play with afterwards.

      EXAMPLES
        vigil demo
        vigil verify --config vigil-demo/vigil.yml
        vigil report --history vigil-demo/history --as-of 2026-11-15 --output then
      """
  )

  @Argument(help: "The folder to work in; what an earlier demo left there is replaced.")
  var folder = "vigil-demo"

  @Option(help: "The folder the dashboards go to, instead of one in the working folder.")
  var output: String?

  func run() async throws {
    let site = output ?? "\(folder)/public"
    try await failing { () throws(Problem) in
      let bucket = try await DemoFolder(folder)
      let file = "\(folder)/vigil.yml"
      let configuration = try await Configuration.load(file)
      let dashboard = try await TemplateSetup.dashboard(
        title: configuration.title,
        templates: configuration.templates,
        staleAfterDays: configuration.staleAfterDays
      )
      let run = Run(
        artifacts: try configuration.artifactStore(environment: [:]),
        history: try configuration.openHistory(environment: [:]),
        settings: configuration.settings(
          secretKey: try await configuration.secretKey(environment: [:])
        )
      )
      var last: RunResult?
      for night in DemoNight.all {
        try await bucket.receive(night)
        let result = try await run(at: night.moment, isMomentFixed: true)
        Output.print("\(Summary(result))")
        for problem in result.problems { Output.print("  \(problem)") }
        last = result
      }
      guard let last else { throw Problem(file: "demo", problem: "this program has no samples") }
      try run.render(last.ledger, with: dashboard, to: SiteFolder(root: site))
    }
    Output.print("open \(site)/index.html; the work lies in \(folder)/")
  }
}
