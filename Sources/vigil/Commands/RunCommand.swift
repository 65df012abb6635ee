internal import ArgumentParser
internal import Findings
internal import FoundationEssentials
internal import Pipeline
internal import Reconciliation
internal import Services

/// `vigil run`: the nightly run.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Collect the artifacts, compare, save, write the dashboards, tell what is new.",
    discussion: """
      EXAMPLES
        vigil run
        vigil run --config ci/vigil.yml --output public
        vigil run --check-config
        vigil run --now 2026-11-24T02:00:00Z      made up for, or made again
        vigil run --no-save                       a rehearsal: the history learns nothing

      EXIT CODES
        0  done, and the gate passed
        1  the gate failed
        2  incomplete: something could not be read or written; the rest was done
       64  the command line or the configuration is wrong
      """
  )

  @Option(help: "The configuration.", completion: .file(extensions: ["yml", "yaml"]))
  var config = "vigil.yml"

  @OptionGroup var now: MomentOption

  @Option(help: "The folder the dashboards go to, instead of the configuration's.")
  var output: String?

  @Option(help: "A folder of templates that replace those in the program, file by file.")
  var templates: String?

  @Flag(inversion: .prefixedNo, help: "Keep what this run learns in the history.")
  var save = true

  @Flag(
    inversion: .prefixedNo,
    help: "Keep tickets and send messages, as far as the configuration says so."
  )
  var act = true

  @Flag(help: "Only say whether the configuration is sound.")
  var checkConfig = false

  @Flag(name: .shortAndLong, help: "Say how long each stage takes.")
  var verbose = false

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let configuration = try await failing(with: .usage) { () throws(Problem) in
      try await Configuration.load(config)
    }
    let folder = output ?? configuration.output
    try await failing(with: .usage) { () throws(Problem) in
      try configuration.check(output: folder, file: output == nil ? config : "--output")
    }
    let dashboard = try await failing(with: .usage) { () throws(Problem) in
      try await TemplateSetup.dashboard(
        title: configuration.title,
        templates: templates ?? configuration.templates,
        staleAfterDays: configuration.staleAfterDays
      )
    }
    try await failing(with: .usage) { () throws(Problem) in
      let templates = templates ?? configuration.templates
      _ = try await configuration.tickets?.texts(templates: templates)
      _ = try await MessageSetup.texts(templates: templates, links: configuration.links)
    }
    if checkConfig { return Output.print("\(config): sound") }

    let progress = Progress(isVerbose: verbose, environment: environment)
    let (result, pages) = try await failing { () throws(Problem) in
      let history = try configuration.openHistory(environment: environment)
      let run = Run(
        artifacts: try configuration.artifactStore(environment: environment),
        history: history,
        settings: configuration.settings(
          secretKey: try await configuration.secretKey(environment: environment)
        ),
        observer: progress
      )
      defer { progress.ends() }
      var result = try await run(at: now.moment, isMomentFixed: now.isFixed, isSaving: save)
      var acts = Acts()
      if act {
        acts = await Acts(
          configuration,
          in: history,
          templates: templates ?? configuration.templates,
          environment: environment,
          observer: progress
        )
      }
      let site = SitePublication(
        run: run,
        dashboard: dashboard,
        folder: folder,
        acts: acts,
        history: history,
        isRehearsal: !save
      )
      let isWritten = await site.publish(&result)
      return (result, isWritten ? "; see \(folder)/index.html" : "")
    }
    Diagnostics.report(result.problems)
    for failure in result.gateFailures { Diagnostics.print(failure) }
    Output.print("\(Summary(result))\(pages)")
    if result.exitCode != 0 { throw ExitCode(result.exitCode) }
  }
}
