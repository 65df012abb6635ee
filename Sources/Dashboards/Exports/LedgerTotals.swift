public import Findings
public import Reconciliation

/// A ledger's findings and scans, counted.
public struct LedgerTotals: Sendable, Hashable {
  /// Findings that count as open, by severity: those that are, and those no scan could confirm.
  public private(set) var open = SeverityCounts()
  /// Findings by state.
  public private(set) var states: [State: Int] = [:]
  /// Findings by what the run changed.
  public private(set) var changes: [Change: Int] = [:]
  /// Scans by outcome.
  public private(set) var outcomes: [Scan.Outcome: Int] = [:]

  /// None of anything.
  public init() {}

  /// Counts one project.
  public init(_ project: ProjectLedger) {
    let entries = project.entries
    // Reading field by field spares a copy of each entry.
    for index in entries.indices {
      let state = entries[index].state
      states[state, default: 0] += 1
      changes[entries[index].change, default: 0] += 1
      if state.countsAsOpen { open[entries[index].finding.severity] += 1 }
    }
    for scan in project.scans { outcomes[scan.outcome, default: 0] += 1 }
  }

  /// Adds another's counts.
  public static func += (left: inout LedgerTotals, right: LedgerTotals) {
    left.open += right.open
    left.states.merge(right.states, uniquingKeysWith: +)
    left.changes.merge(right.changes, uniquingKeysWith: +)
    left.outcomes.merge(right.outcomes, uniquingKeysWith: +)
  }
}
