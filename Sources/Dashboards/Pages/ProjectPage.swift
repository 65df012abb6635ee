internal import Findings
internal import Reconciliation
internal import Templates

/// One project.
struct ProjectPage: TemplateView {
  let outline: LedgerOutline
  let project: ProjectOutline
  /// How its tickets stand; nil if none are kept.
  let tickets: TicketSummary?
  let listing: OpenListing
  let actions: [ActionRow]

  /// How many findings the Markdown twin lists.
  static let markdownLimit = 50
  /// Above how many projects their charts look back 30 days instead of 90, to keep the site small.
  static let manyProjects = 100
  private static let root = "../../"

  /// The page of the project with a number.
  init(_ number: Int, in outline: LedgerOutline) {
    self.outline = outline
    project = outline.projects[number]
    listing = OpenListing(project: number, in: outline)
    tickets = outline.tickets.map { TicketSummary($0, of: number, in: outline) }
    let projects = [project]
    actions = UpgradeAction.top(10, of: projects)
      .map { ActionRow($0, of: projects, root: Self.root, naming: 0) }
  }

  private var standing: Standing {
    let listing = listing
    return Standing(
      scope: Scope(project, in: outline),
      severityLink: { listing.link($0) },
      stateLink: { state in
        state == .open
          ? Link(relative: "index.html#list") : Link(relative: FindingList.state(state).fileName)
      },
      changesPage: Self.root + "changes/index.html",
      days: outline.isBrief || outline.projects.count > Self.manyProjects ? 30 : 90
    )
  }

  private var worst: Rows {
    let (outline, project) = (outline, project)
    return Rows(Array(listing.findings.prefix(Self.markdownLimit))) { reference in
      ChangeRow(
        entry: outline[reference],
        note: outline[reference].firstSeen.date,
        project: NamedLink(name: project.name, link: nil),
        root: Self.root
      )
    }
  }

  private var more: String? {
    let more = listing.findings.count - Self.markdownLimit
    return more > 0 ? counted(more, "more finding") : nil
  }

  static let schema = Schema<ProjectPage>(
    "project",
    [
      .record("frame") { page in
        PageFrame(
          page.project.name,
          in: page.outline,
          root: root,
          place: .projects,
          twin: "index.md"
        )
      },
      .text("fullName") { $0.project.ledger.name.bounded(to: 1_000) },
      .record("row") {
        ProjectRow(project: $0.project, moment: $0.outline.ledger.moment, root: root)
      },
      .record("standing") { $0.standing },
      .record("tickets") { $0.tickets },
      .list("scanSections") { ScanSection.all(of: [$0.project], root: root) },
      .list("actions") { $0.actions },
      .flag("hasActions") { !$0.actions.isEmpty },
      .list("sections") { page in
        FindingSection.listing(
          page.listing.page(1),
          of: page.project.totals.open,
          in: page.outline,
          root: root,
          namesProject: false
        )
      },
      .list("pages") { $0.listing.links(current: 1) },
      .flag("hasPages") { $0.listing.pages > 1 },
      .rows("worst", of: ChangeRow.self) { $0.worst },
      .text("more") { $0.more },
    ]
  )
}
