internal import Findings
internal import Reconciliation
internal import Templates

/// Where all projects or one stand: the figures that the first screen and a project's page share.
struct Standing: TemplateView {
  let scope: Scope
  /// The list of the open findings of a severity.
  let severityLink: @Sendable (Severity) -> Link?
  /// The list of the findings in a state.
  let stateLink: @Sendable (State) -> Link?
  /// The page of the run's changes.
  let changesPage: String
  /// How many days the charts over time look back.
  let days: Int

  private var open: SeverityCounts { scope.totals.open }

  private var tiles: [SeverityTile] {
    let counts = Severity.allCases.map { open[$0] }
    let shares = Percentages(counts)
    return Severity.allCases.enumerated().map { position, severity in
      SeverityTile(
        severity: severity,
        count: counts[position],
        share: open.total == 0 ? nil : shares.text(position),
        delta: scope.openBefore.map { counts[position] - $0[severity] },
        medianAge: scope.ages.median(severity, at: scope.moment),
        link: severityLink(severity)
      )
    }
  }

  private static let listedChanges: [Change] = [
    .new, .reopened, .fixed, .removed, .changed, .moved,
  ]
  private static let listedStates: [State] = [.open, .unknown, .suppressed, .fixed, .removed]

  private var healthSentence: String {
    let health = scope.health
    if health.total == 0 { return "There are no scans: nothing is known." }
    if health.isSound {
      return health.total == 1 ? "The scan is complete." : "All \(health.total) scans are complete."
    }
    return "Of \(counted(health.total, "scan")): \(health.complaints). "
      + "The numbers below are partial."
  }

  private var zero: String {
    "0 open findings, found by \(counted(scope.health.total, "scan"))"
  }

  static let schema = Schema<Standing>(
    "standing",
    [
      .text("health") { $0.healthSentence },
      .flag("isSound") { $0.scope.health.isSound && $0.scope.health.total > 0 },
      .texts("verdict") { Verdict($0.scope).sentences },
      .flag("isBaseline") { $0.scope.isBaseline },
      .text("since") { $0.scope.previous?.dayAndMonth },
      .number("open") { $0.open.total },
      .text("delta") { view in
        view.scope.openBefore.map { (view.open.total - $0.total).signed }
      },
      .text("medianAge") { view in
        view.scope.ages.median(at: view.scope.moment).map { counted($0, "day") }
      },
      .list("tiles") { $0.tiles },
      .list("changes") { view in
        listedChanges.map { change in
          LinkedCount(
            change.word,
            view.scope.news(change),
            style: change.rawValue,
            link: Link(relative: "\(view.changesPage)#\(change.rawValue)")
          )
        }
      },
      .list("states") { view in
        listedStates.map { state in
          LinkedCount(
            state.word,
            view.scope.totals.states[state] ?? 0,
            style: Share(state, count: 0).style,
            link: view.stateLink(state)
          )
        }
      },
      .record("shares") { ShareBar($0.open, zero: $0.zero).chart },
      .record("trend") { TrendChart($0.scope.trend, days: $0.days).chart },
      .record("flow") { FlowChart($0.scope.trend, days: $0.days).chart },
      .record("ages") { AgeBands($0.scope.projects.map(\.ledger), at: $0.scope.moment).chart },
    ]
  )
}
