internal import Findings
internal import Pipeline
internal import Reconciliation

extension AdHocReading {
  /// The ledger of a first run that sees nothing but these reports.
  func ledger(at moment: Instant) -> Ledger {
    Ledger(
      moment: moment,
      previous: nil,
      runs: [moment],
      projects: projects.map { reconcile($0, with: nil, at: moment) }
    )
  }

  /// The ledger of a run that follows another one.
  func ledger(after before: Ledger, at moment: Instant) -> Ledger {
    let known = Dictionary(uniqueKeysWithValues: before.projects.map { ($0.name, $0) })
    let today = Dictionary(uniqueKeysWithValues: projects.map { ($0.project, $0) })
    let names = Set(known.keys).union(today.keys).sorted()
    return Ledger(
      moment: moment,
      previous: before.moment,
      runs: before.runs + [moment],
      projects: names.map { name in
        reconcile(
          today[name] ?? ProjectReadings(project: name),
          with: known[name].map {
            ProjectSnapshot(moment: before.moment, tool: Version.name, ledger: $0)
          },
          at: moment
        )
      }
    )
  }
}
