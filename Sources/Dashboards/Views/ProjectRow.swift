internal import Findings
internal import Reconciliation
internal import Templates

/// One project in a list of projects.
struct ProjectRow: TemplateView {
  let project: ProjectOutline
  let moment: Instant
  let root: String

  private var doubt: String? {
    if project.health.total == 0 { return "no scans" }
    return project.health.isSound
      ? nil : "\(project.health.complaints) of \(counted(project.health.total, "scan"))"
  }

  static let schema = Schema<ProjectRow>(
    "project row",
    [
      .text("name") { $0.project.name },
      .link("link") { $0.project.link(root: $0.root) },
      .link("markdown") { row in
        Link(relative: row.project.folder(root: row.root) + "index.md")
      },
      .text("grade") { $0.project.grade.rawValue },
      .text("reason") { $0.project.grade.reason(project($0)) },
      .text("doubt") { $0.doubt },
      .list("counts") { row in
        Severity.allCases.map {
          LinkedCount(
            $0.title,
            row.project.totals.open[$0],
            style: $0.rawValue,
            link: row.project.link(to: $0, root: row.root)
          )
        }
      },
      .number("open") { $0.project.totals.open.total },
      .text("delta") { $0.project.ledger.isBaseline ? "first run" : $0.project.delta?.signed },
      .text("oldest") { row in
        row.project.ages.oldest.map { counted(row.moment.days(since: $0), "day") }
      },
      .text("lastScan") { $0.project.lastScan?.date },
    ]
  )

  private static func project(_ row: ProjectRow) -> SeverityCounts { row.project.totals.open }
}
