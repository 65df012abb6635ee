internal import Findings
internal import Reconciliation

/// What a page speaks of, all projects or one, in figures.
struct Scope: Sendable {
  let projects: [ProjectOutline]
  let totals: LedgerTotals
  let ages: Ages
  let trend: Trend
  let health: HealthCounts
  /// What was open after the run before; nil if there was none.
  let openBefore: SeverityCounts?
  let moment: Instant
  let previous: Instant?
  /// Whether no run saw any of it before.
  let isBaseline: Bool

  /// All projects.
  init(_ outline: LedgerOutline) {
    projects = outline.projects
    totals = outline.totals
    ages = outline.ages
    trend = outline.trend
    health = outline.health
    moment = outline.ledger.moment
    previous = outline.ledger.previous
    isBaseline = previous == nil || projects.allSatisfy(\.ledger.isBaseline)
    openBefore = isBaseline ? nil : Self.sum(projects.compactMap(\.openBefore))
  }

  /// One project.
  init(_ project: ProjectOutline, in outline: LedgerOutline) {
    projects = [project]
    totals = project.totals
    ages = project.ages
    trend = Trend.combined([project.ledger], runs: outline.ledger.runs)
    health = project.health
    moment = outline.ledger.moment
    previous = outline.ledger.previous
    isBaseline = previous == nil || project.ledger.isBaseline
    openBefore = isBaseline ? nil : project.openBefore ?? SeverityCounts()
  }

  private static func sum(_ counts: [SeverityCounts]) -> SeverityCounts {
    var sum = SeverityCounts()
    for count in counts { sum += count }
    return sum
  }

  /// How many the run changed in a way, in projects that were known before.
  func news(_ change: Change) -> Int { projects.reduce(0) { $0 + $1.news(change) } }

  /// The new findings by severity, in projects that were known before.
  var new: SeverityCounts {
    var counts = SeverityCounts()
    for project in projects where !project.ledger.isBaseline {
      let entries = project.ledger.entries
      for index in entries.indices where entries[index].change == .new {
        if entries[index].state.countsAsOpen { counts[entries[index].finding.severity] += 1 }
      }
    }
    return counts
  }
}
