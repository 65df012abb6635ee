internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// The files of one ledger's dashboard, part by part.
struct Site {
  let outline: LedgerOutline
  let templates: DashboardTemplates

  /// Writes the first screen, the scans and the definitions.
  func writeOverview<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    try write(
      IndexPage(outline: outline),
      [("index.html", templates.index), ("index.md", templates.indexTwin)],
      to: sink
    )
    try write(
      ScansPage(outline: outline),
      [("scans.html", templates.scans), ("scans.md", templates.scansTwin)],
      to: sink
    )
    try write(
      DefinitionsPage(outline: outline),
      [("definitions.html", templates.definitions)],
      to: sink
    )
  }

  /// Writes the list of projects, and of each its page and its lists.
  func writeProjects<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    try write(
      ProjectsPage(outline: outline),
      [("projects/index.html", templates.projects)],
      to: sink
    )
    for (number, project) in outline.projects.enumerated() {
      let folder = project.folder(root: "")
      let page = ProjectPage(number, in: outline)
      try write(
        page,
        [
          ("\(folder)index.html", templates.project), ("\(folder)index.md", templates.projectTwin),
        ],
        to: sink
      )
      for further in 1..<page.listing.pages {
        let list = FindingsPage(further + 1, of: page.listing, project: project, in: outline)
        let path = folder + OpenListing.fileName(further + 1)
        try write(list, [(path, templates.findings)], to: sink)
      }
      for list in FindingList.states where list.count(project.totals) > 0 {
        let view = FindingsPage(list, of: number, in: outline)
        try write(view, [(folder + list.fileName, templates.findings)], to: sink)
      }
    }
  }

  /// Writes the lists over all projects, the findings under their permalinks, and the rules.
  func writeFindings<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    let folder = Permalink.folder
    let index = FindingsIndexPage(outline: outline)
    try write(index, [("\(folder)/index.html", templates.findingsIndex)], to: sink)
    for further in 1..<index.listing.pages {
      let list = FindingsPage(further + 1, of: index.listing, project: nil, in: outline)
      let path = "\(folder)/\(OpenListing.fileName(further + 1))"
      try write(list, [(path, templates.findings)], to: sink)
    }
    for list in FindingList.all where list.count(outline.totals) > 0 {
      let path = "\(folder)/\(list.fileName)"
      try write(FindingsPage(list, in: outline), [(path, templates.findings)], to: sink)
    }
    for page in PermalinkPage.all(in: outline) {
      let path = "\(folder)/\(page.shelf).html"
      try write(page, [(path, templates.permalinks)], to: sink)
    }
    for number in 0..<outline.rules.pages {
      let view = RulesPage(outline: outline, page: number + 1)
      try write(view, [("rules/\(number + 1).html", templates.rules)], to: sink)
    }
  }

  /// Writes a page for each of the newest runs, and the latest beside the list of all.
  func writeChanges<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    let runs = RunChanges.all(in: outline, newest: ChangesPage.runLimit)
    for (position, run) in runs.enumerated() {
      if position == 0 {
        try write(
          ChangesPage(outline: outline, changes: run, runs: runs),
          [("changes/index.html", templates.changes), ("changes/index.md", templates.changesTwin)],
          to: sink
        )
      }
      try write(
        ChangesPage(outline: outline, changes: run, runs: []),
        [("changes/\(run.run.fileName).html", templates.changes)],
        to: sink
      )
    }
  }

  /// Writes the ledger for programs and spreadsheets.
  func writeExports<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    let report = ReportExport(
      outline.ledger,
      generatedBy: outline.options.generatedBy,
      tickets: outline.tickets?.report
    )
    var reportFile = ExportFile("report.json", isPacked: outline.isBrief)
    try report.write { bytes throws(Failure) in try sink(reportFile.add(bytes)) }
    try sink(reportFile.finish())
    var tableFile = ExportFile("findings.csv", isPacked: outline.isBrief)
    try FindingsTable(outline.ledger, tickets: outline.tickets?.report)
      .write { bytes throws(Failure) in try sink(tableFile.add(bytes)) }
    try sink(tableFile.finish())
  }

  /// Writes how the tickets stand, if any are kept.
  func writeTickets<Failure: Error>(to sink: (Page) throws(Failure) -> Void) throws(Failure) {
    guard let tickets = outline.tickets else { return }
    try write(
      TicketsPage(tickets, in: outline),
      [(TicketsPage.path, templates.tickets), ("tickets.md", templates.ticketsTwin)],
      to: sink
    )
    for (number, project) in outline.projects.enumerated() {
      let folder = project.folder(root: "")
      if let list = TicketListPage(tickets, of: number, in: outline) {
        try write(list, [(folder + TicketListPage.fileName, templates.ticketList)], to: sink)
      }
      if let list = FindingsPage(withoutTicket: tickets, of: number, in: outline) {
        let path = folder + TicketListPage.absentFileName
        try write(list, [(path, templates.findings)], to: sink)
      }
    }
    for severity in Severity.allCases {
      guard let list = TicketListPage(tickets, of: severity, in: outline) else { continue }
      let path = TicketListPage.path(of: severity)
      try write(list, [(path, templates.ticketList)], to: sink)
    }
    if let list = TicketListPage(agesOf: tickets, in: outline) {
      try write(list, [(TicketListPage.agePath, templates.ticketList)], to: sink)
    }
    for reason in Absence.allCases {
      guard let list = FindingsPage(withoutTicket: tickets, because: reason, in: outline) else {
        continue
      }
      try write(list, [(TicketListPage.path(of: reason), templates.findings)], to: sink)
    }
    if let steps = StepsPage(tickets, in: outline) {
      try write(steps, [(StepsPage.path, templates.steps)], to: sink)
    }
  }

  /// Writes one view as several files, its values computed once.
  private func write<View: TemplateView, Failure: Error>(
    _ view: View,
    _ files: [(path: String, template: ViewTemplate<View>)],
    to sink: (Page) throws(Failure) -> Void
  ) throws(Failure) {
    let record = view.record
    for (path, template) in files {
      try template.template.render(record) { bytes throws(Failure) in
        try sink(Page(path: path, bytes: bytes))
      }
    }
  }
}
