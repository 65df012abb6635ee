internal import Findings
internal import Reconciliation
internal import Templates

/// All projects, the worst first.
struct ProjectsPage: TemplateView {
  let outline: LedgerOutline

  static let schema = Schema<ProjectsPage>(
    "projects",
    [
      .record("frame") { PageFrame("Projects", in: $0.outline, root: "../", place: .projects) },
      .number("projectCount") { $0.outline.projects.count },
      .texts("severities") { _ in Severity.allCases.map(\.title) },
      .rows("projects", of: ProjectRow.self) { page in
        let moment = page.outline.ledger.moment
        return Rows(page.outline.worst) { ProjectRow(project: $0, moment: moment, root: "../") }
      },
    ]
  )
}
