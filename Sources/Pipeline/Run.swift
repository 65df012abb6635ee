public import Actions
public import Dashboards
public import Findings
internal import Readers
public import Reconciliation

/// The nightly run: collect, read, reconcile, save, render.
public struct Run: Sendable {
  private let artifacts: any ObjectStore
  private let history: History
  private let settings: RunSettings
  private let observer: any RunObserver

  /// How often a run begins anew because another one was saved meanwhile.
  private static let tries = 8

  /// A run.
  ///
  /// - Parameters:
  ///   - artifacts: Where the reports lie.
  ///   - history: What earlier runs left.
  ///   - settings: What it goes by.
  ///   - observer: Who hears how it gets on.
  public init(
    artifacts: any ObjectStore,
    history: History,
    settings: RunSettings,
    observer: any RunObserver = SilentObserver()
  ) {
    self.artifacts = artifacts
    self.history = history
    self.settings = settings
    self.observer = observer
  }

  /// Does all but rendering.
  ///
  /// - Parameters:
  ///   - moment: The run's moment, which must be later than that of the run before.
  ///   - isMomentFixed: Whether it was asked for; if not, it gives way to a run that was saved
  ///     meanwhile.
  ///   - isSaving: Whether the history learns of it.
  /// - Returns: What is known now, and what could not be learnt.
  /// - Throws: What makes a run pointless: no history to go by, no artifacts to list, nothing saved.
  public func callAsFunction(
    at moment: Instant,
    isMomentFixed: Bool = false,
    isSaving: Bool = true
  ) async throws(Problem) -> RunResult {
    for _ in 0..<Self.tries {
      let known = try await known()
      let now = try self.moment(moment, isFixed: isMomentFixed, after: known.run)
      let collected = try await collect()
      let source = try await source(isSaving: isSaving)
      let read = await read(collected, since: known, from: source)
      let projects = await reconcile(read.readings, since: known, at: now)
      var saved: RunName?
      if isSaving {
        saved = try await save(projects, since: known, at: now)
        // Another run was saved: this one begins anew, with what that one knew.
        if saved == nil { continue }
      }
      let ledger = known.ledger(projects, at: now, named: saved)
      let problems =
        collected.problems + read.problems
        + ledger.scanProblems(
          unless: { read.isReported($0.stream) },
          place: artifacts.place
        )
        + nothingRead(in: ledger)
      return RunResult(
        ledger: ledger,
        problems: problems.sorted(),
        gateFailures: settings.gate.failures(of: ledger),
        artifacts: collected.projects.values.reduce(0) { $0 + $1.count },
        artifactsRead: read.count
      )
    }
    throw Problem(
      file: history.store.name,
      problem: "other runs were saved \(Self.tries) times while this one was running",
      hint: "let one run end before the next begins"
    )
  }

  /// Writes the dashboards of a ledger, with its tickets if any are kept.
  public func render(
    _ ledger: Ledger,
    tickets: TicketReport? = nil,
    with dashboard: Dashboard,
    to output: any SiteOutput
  ) throws(Problem) {
    observer.begins(.render)
    try output.write { (sink) throws(Problem) in
      try dashboard.write(ledger, tickets: tickets, to: sink)
    }
    observer.ends()
  }
}

// The stages.
extension Run {
  private func known() async throws(Problem) -> KnownState {
    observer.begins(.history)
    guard let run = try await history.latest() else { return KnownState() }
    return KnownState(run: run, snapshots: try await history.snapshots(of: run.record.projects))
  }

  private func moment(
    _ asked: Instant,
    isFixed: Bool,
    after run: History.Run?
  ) throws(Problem) -> Instant {
    guard let last = run?.record.moment, asked <= last else { return asked }
    guard isFixed else { return Instant(seconds: last.seconds + 1) }
    throw Problem(
      file: history.store.name,
      problem: "the run of \(last) is known already; a run at \(asked) would come before it",
      hint: "choose a later --now"
    )
  }

  private func collect() async throws(Problem) -> CollectedArtifacts {
    observer.begins(.collect)
    return CollectedArtifacts(
      try await artifacts.list(prefix: ""),
      layouts: settings.layouts,
      branches: settings.branches,
      ignoring: settings.ignoring,
      place: artifacts.place
    )
  }

  private func source(isSaving: Bool) async throws(Problem) -> ArtifactSource {
    let key: [UInt8]
    if let own = settings.secretKey {
      key = own
    } else {
      key = try await history.secretKey(isSaving: isSaving)
    }
    return ArtifactSource(
      store: artifacts,
      digests: SecretDigest(key: key),
      mappings: settings.mappings,
      unpackedLimit: settings.unpackedLimit
    )
  }

  private func read(
    _ collected: CollectedArtifacts,
    since known: KnownState,
    from source: ArtifactSource
  ) async -> ProjectsRead {
    observer.begins(.read)
    let isReusable =
      known.run?.record.tool == settings.tool
      && known.run?.record.configuration == settings.configuration
    let projects = Set(collected.projects.keys).union(known.snapshots.keys).sorted()
    var read = ProjectsRead(
      plans: projects.map { project in
        ReadingPlan(
          project: project,
          today: collected.projects[project] ?? [],
          since: known.snapshots[project]?.ledger.scans ?? [],
          layouts: settings.layouts,
          isReusable: isReusable
        )
      }
    )
    await read.run(from: source) { observer.advances(.read, done: $0, of: $1) }
    read.finish(retired: RetiredStreams(settings.retired), place: artifacts.place)
    return read
  }

  private func reconcile(
    _ readings: [ProjectReadings],
    since known: KnownState,
    at moment: Instant
  ) async -> [ProjectLedger] {
    observer.begins(.reconcile)
    let options = settings.reconciling
    return await readings.concurrentMap { today in
      Reconciliation.reconcile(
        today,
        with: known.snapshots[today.project],
        at: moment,
        options: options
      )
    }
  }

  private func save(
    _ projects: [ProjectLedger],
    since known: KnownState,
    at moment: Instant
  ) async throws(Problem) -> RunName? {
    observer.begins(.save)
    let draft = History.Draft(
      moment: moment,
      tool: settings.tool,
      configuration: settings.configuration,
      projects: projects
    )
    return try await history.save(draft, after: known.run, known: known.ledgers)
  }

  /// A run that looked at nothing must not pass for one that found nothing.
  private func nothingRead(in ledger: Ledger) -> [Problem] {
    guard ledger.projects.isEmpty else { return [] }
    return [
      Problem(
        file: artifacts.name,
        problem: "no artifact fits the layout: nothing was read",
        hint: "see artifacts.from and artifacts.layout"
      )
    ]
  }
}
