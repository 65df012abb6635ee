internal import Findings
internal import Reconciliation

/// What the run before knew.
struct KnownState: Sendable {
  /// The run; nil if there was none.
  let run: History.Run?
  /// Its snapshots, by project.
  let snapshots: [String: ProjectSnapshot]

  /// Nothing known.
  init() {
    run = nil
    snapshots = [:]
  }

  /// What a run left.
  init(run: History.Run, snapshots: [ProjectSnapshot]) {
    self.run = run
    self.snapshots = Dictionary(snapshots.map { ($0.ledger.name, $0) }) { first, _ in first }
  }

  /// Its ledgers, by project.
  var ledgers: [String: ProjectLedger] { snapshots.mapValues(\.ledger) }

  /// The ledger of the run that follows.
  func ledger(_ projects: [ProjectLedger], at moment: Instant, named name: RunName?) -> Ledger {
    let runs = run.map { $0.record.history.map(\.moment) + [$0.record.moment] } ?? []
    return Ledger(
      moment: moment,
      previous: run?.record.moment,
      runs: runs + [moment],
      projects: projects,
      snapshot: name?.sha256 ?? ""
    )
  }
}
