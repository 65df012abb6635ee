internal import Templates

/// The templates of all pages, each compiled for the view that fills it.
struct DashboardTemplates: Sendable {
  let index: ViewTemplate<IndexPage>
  let indexTwin: ViewTemplate<IndexPage>
  let projects: ViewTemplate<ProjectsPage>
  let project: ViewTemplate<ProjectPage>
  let projectTwin: ViewTemplate<ProjectPage>
  let findingsIndex: ViewTemplate<FindingsIndexPage>
  let findings: ViewTemplate<FindingsPage>
  let permalinks: ViewTemplate<PermalinkPage>
  let rules: ViewTemplate<RulesPage>
  let changes: ViewTemplate<ChangesPage>
  let changesTwin: ViewTemplate<ChangesPage>
  let tickets: ViewTemplate<TicketsPage>
  let ticketsTwin: ViewTemplate<TicketsPage>
  let ticketList: ViewTemplate<TicketListPage>
  let steps: ViewTemplate<StepsPage>
  let scans: ViewTemplate<ScansPage>
  let scansTwin: ViewTemplate<ScansPage>
  let definitions: ViewTemplate<DefinitionsPage>

  /// Compiles all of them.
  init(_ library: TemplateLibrary) throws(TemplateError) {
    index = try library.template("dashboards/index.html", for: IndexPage.self)
    indexTwin = try library.template("dashboards/index.md", for: IndexPage.self)
    projects = try library.template("dashboards/projects.html", for: ProjectsPage.self)
    project = try library.template("dashboards/project.html", for: ProjectPage.self)
    projectTwin = try library.template("dashboards/project.md", for: ProjectPage.self)
    findingsIndex = try library.template(
      "dashboards/findings-index.html",
      for: FindingsIndexPage.self
    )
    findings = try library.template("dashboards/findings.html", for: FindingsPage.self)
    permalinks = try library.template("dashboards/permalinks.html", for: PermalinkPage.self)
    rules = try library.template("dashboards/rules.html", for: RulesPage.self)
    changes = try library.template("dashboards/changes.html", for: ChangesPage.self)
    changesTwin = try library.template("dashboards/changes.md", for: ChangesPage.self)
    tickets = try library.template("dashboards/tickets.html", for: TicketsPage.self)
    ticketsTwin = try library.template("dashboards/tickets.md", for: TicketsPage.self)
    ticketList = try library.template("dashboards/ticket-list.html", for: TicketListPage.self)
    steps = try library.template("dashboards/steps.html", for: StepsPage.self)
    scans = try library.template("dashboards/scans.html", for: ScansPage.self)
    scansTwin = try library.template("dashboards/scans.md", for: ScansPage.self)
    definitions = try library.template("dashboards/definitions.html", for: DefinitionsPage.self)
  }
}
