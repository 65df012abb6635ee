internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// A list of findings.
struct FindingsPage: TemplateView {
  let frame: PageFrame
  /// What the list is of, in a sentence.
  let intro: String?
  /// What the list leaves out, in a sentence.
  let more: String?
  let sections: [FindingSection]
  let pages: [PageLink]

  /// How many findings a list shows that is not paged.
  static let limit = 500
  /// How many it shows of a project's findings without a ticket, where there are very many.
  static let briefLimit = 100

  static let schema = Schema<FindingsPage>(
    "findings",
    [
      .record("frame") { $0.frame },
      .text("intro") { $0.intro },
      .text("more") { $0.more },
      .list("sections") { $0.sections },
      .list("pages") { $0.pages },
      .flag("hasPages") { !$0.pages.isEmpty },
    ]
  )
}

extension FindingsPage {
  /// The open findings that have no ticket: for one reason, or of one project; nil if there are none.
  init?(
    withoutTicket tickets: TicketOutline,
    because reason: Absence? = nil,
    of number: Int? = nil,
    in outline: LedgerOutline
  ) {
    let limit = outline.isBrief && number != nil ? Self.briefLimit : Self.limit
    let references = tickets.absent(limit, because: reason, of: number, in: outline)
    guard !references.isEmpty else { return nil }
    let totals = tickets.absentTotals(because: reason, of: number, in: outline)
    let rest = totals.total - references.count
    let place = number.map { " in \(outline.projects[$0].name)" }
    let cause = reason.map { ": \($0.word)" }
    frame = PageFrame(
      "Open without a ticket\(cause ?? place ?? "")",
      in: outline,
      root: number == nil ? "../" : "../../",
      place: .tickets
    )
    intro = reason?.explanation
    more = rest > 0 ? "\(counted(rest, "more finding")): see the table for spreadsheets." : nil
    let namesProject = number == nil
    sections = FindingSection.listing(
      references[...],
      of: totals,
      in: outline,
      root: frame.root,
      namesProject: namesProject,
      saysWhyWithoutTicket: !namesProject
    )
    pages = []
  }

  /// A list of one project, or over all.
  init(_ list: FindingList, of number: Int? = nil, in outline: LedgerOutline) {
    let name = number.map { " in \(outline.projects[$0].name)" } ?? ""
    let totals = Self.totals(list, of: number, in: outline)
    let references = list.first(Self.limit, of: number, in: outline)
    let rest = totals.total - references.count
    frame = PageFrame(
      list.title + name,
      in: outline,
      root: number == nil ? "../" : "../../",
      place: number == nil ? .findings : .projects
    )
    intro = Self.meaning(of: list)
    more =
      rest > 0
      ? "\(counted(rest, "more finding")): see the projects’ own lists, or the table for spreadsheets."
      : nil
    sections = FindingSection.listing(
      references[...],
      of: totals,
      in: outline,
      root: frame.root,
      namesProject: number == nil
    )
    pages = []
  }

  /// A further page of open findings, of one project or of all.
  init(_ page: Int, of listing: OpenListing, project: ProjectOutline?, in outline: LedgerOutline) {
    let name = project.map { " in \($0.name)" } ?? ""
    frame = PageFrame(
      "Open findings\(name), page \(page) of \(listing.pages)",
      in: outline,
      root: project == nil ? "../" : "../../",
      place: project == nil ? .findings : .projects
    )
    intro = nil
    more = nil
    sections = FindingSection.listing(
      listing.page(page),
      of: (project?.totals ?? outline.totals).open,
      in: outline,
      root: frame.root,
      namesProject: project == nil
    )
    pages = listing.links(current: page)
  }

  private static func totals(
    _ list: FindingList,
    of project: Int?,
    in outline: LedgerOutline
  ) -> SeverityCounts {
    var totals = SeverityCounts()
    for number in outline.projects.indices where project == nil || number == project {
      let entries = outline.projects[number].ledger.entries
      for index in entries.indices {
        // Reading field by field spares a copy of each entry.
        let (state, severity) = (entries[index].state, entries[index].finding.severity)
        if list.contains(state, severity) { totals[severity] += 1 }
      }
    }
    return totals
  }

  private static func meaning(of list: FindingList) -> String? {
    switch list {
    case .open, .severity: nil
    case .state(let state): state.meaning
    }
  }
}
