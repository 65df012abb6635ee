internal import Actions
internal import Findings
internal import Templates

/// How the tickets of all projects, or of one, stand, in a few numbers.
struct TicketSummary: TemplateView {
  /// Where they are listed; nil if there are none.
  let page: Link?
  let counts: [LinkedCount]

  /// The tickets of a project with a number, seen from its page; or all, seen from the first.
  init(_ tickets: TicketOutline, of project: Int? = nil, in outline: LedgerOutline) {
    let scope = TicketScope(tickets, in: outline, project: project, root: "", limit: 0)
    let page = project == nil ? TicketsPage.path : TicketListPage.fileName
    let decided = scope.items.filter { $0.decision != nil }.count
    let found = scope.items.filter(\.isDoneButFound).count
    let absent = tickets.absentTotal(of: project)
    self.page = project != nil && scope.items.isEmpty ? nil : Link(relative: page)
    var counts = TicketStanding.allCases.map { standing in
      LinkedCount(
        standing.title,
        scope.count(standing),
        style: standing.rawValue,
        symbol: standing.symbol,
        link: Link(relative: "\(page)#\(standing.rawValue)")
      )
    }
    counts.removeAll { $0.count == 0 && ($0.style == "unread" || $0.style == "missing") }
    counts.append(
      LinkedCount("Decided there", decided, link: Link(relative: "\(page)#decided"))
    )
    if found > 0 {
      counts.append(
        LinkedCount(
          TicketRemark.found.title,
          found,
          style: "unconfirmed",
          symbol: "!",
          link: Link(relative: "\(page)#\(TicketRemark.found.rawValue)")
        )
      )
    }
    counts.append(
      LinkedCount(
        "Open without a ticket",
        absent,
        link: Link(
          relative: project == nil ? "\(page)#without" : TicketListPage.absentFileName
        )
      )
    )
    self.counts = counts
  }

  static let schema = Schema<TicketSummary>(
    "ticket summary",
    [
      .link("page") { $0.page },
      .list("counts") { $0.counts },
    ]
  )
}
