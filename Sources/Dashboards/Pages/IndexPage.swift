internal import Findings
internal import Reconciliation
internal import Templates

/// The first screen.
struct IndexPage: TemplateView {
  let outline: LedgerOutline
  let actions: [ActionRow]

  /// The first screen of a ledger.
  init(outline: LedgerOutline) {
    self.outline = outline
    actions = UpgradeAction.top(10, of: outline.projects)
      .map { ActionRow($0, of: outline.projects, root: "") }
  }

  /// How many projects the first screen lists.
  static let projectLimit = 50

  private var standing: Standing {
    Standing(
      scope: Scope(outline),
      severityLink: { Link(relative: "findings/" + FindingList.severity($0).fileName) },
      stateLink: { Link(relative: "findings/" + FindingList.state($0).fileName) },
      changesPage: "changes/index.html",
      days: 90
    )
  }

  private var frame: PageFrame {
    PageFrame("Overview", in: outline, place: .overview, twin: "index.md")
  }

  private var projects: Rows {
    let (worst, moment) = (outline.worst, outline.ledger.moment)
    return Rows(Array(worst.prefix(Self.projectLimit))) {
      ProjectRow(project: $0, moment: moment, root: "")
    }
  }

  private var more: String? {
    let more = outline.projects.count - Self.projectLimit
    return more > 0
      ? "The worst \(Self.projectLimit) of \(outline.projects.count) projects." : nil
  }

  static let schema = Schema<IndexPage>(
    "index",
    [
      .record("frame") { $0.frame },
      .record("standing") { $0.standing },
      .texts("healthColumns") { _ in HealthRow.columns.map(\.word) },
      .list("healthRows") { HealthRow.all($0.outline.scans, root: "") },
      .texts("severities") { _ in Severity.allCases.map(\.title) },
      .number("projectCount") { $0.outline.projects.count },
      .rows("projects", of: ProjectRow.self) { $0.projects },
      .record("tickets") { page in
        page.outline.tickets.map { TicketSummary($0, in: page.outline) }
      },
      .text("more") { $0.more },
      .list("actions") { $0.actions },
      .flag("hasActions") { !$0.actions.isEmpty },
    ]
  )
}
