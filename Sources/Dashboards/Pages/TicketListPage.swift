internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// A list of tickets.
struct TicketListPage: TemplateView {
  let frame: PageFrame
  /// What the list is of, in a sentence.
  let intro: String?
  /// How many open findings have no ticket, and where they are listed; nil if that is told elsewhere.
  let absent: LinkedCount?
  let sections: [TicketSection]

  /// The name of the page of a project's tickets.
  static let fileName = "tickets.html"
  /// The name of the page of a project's open findings without a ticket.
  static let absentFileName = "without-ticket.html"
  /// The page of the open tickets by age.
  static let agePath = "tickets/age.html"

  /// The page of the tickets of a severity.
  static func path(of severity: Severity) -> String { "tickets/\(severity.rawValue).html" }

  /// The page of the open findings that have no ticket for a reason.
  static func path(of reason: Absence) -> String { "tickets/without-\(reason.anchor).html" }

  static let schema = Schema<TicketListPage>(
    "ticket list",
    [
      .record("frame") { $0.frame },
      .text("intro") { $0.intro },
      .record("absent") { $0.absent },
      .list("sections") { $0.sections },
    ]
  )
}

extension TicketListPage {
  /// The tickets of a project, all of them; nil if there are none.
  init?(_ tickets: TicketOutline, of number: Int, in outline: LedgerOutline) {
    let project = outline.projects[number]
    let scope = TicketScope(tickets, in: outline, project: number, root: "../../", limit: .max)
    guard !scope.items.isEmpty else { return nil }
    frame = PageFrame(
      "Tickets of \(project.name)",
      in: outline,
      root: scope.root,
      place: .tickets
    )
    intro = nil
    absent = LinkedCount(
      "open without a ticket",
      tickets.absentTotal(of: number),
      link: Link(relative: Self.absentFileName)
    )
    sections = scope.remarkable + [scope.decided].compactMap(\.self) + scope.standings
  }

  /// The tickets of a severity; nil if there are none.
  init?(_ tickets: TicketOutline, of severity: Severity, in outline: LedgerOutline) {
    let items = tickets.items.filter { $0.line.severity == severity }
    let scope = Self.scope(tickets, in: outline)
    let sections = TicketStanding.allCases.compactMap { standing in
      scope.section(
        standing.rawValue,
        standing.title,
        [(title: nil, anchor: nil, items: items.filter { $0.standing == standing })]
      )
    }
    guard !sections.isEmpty else { return nil }
    self.init(
      frame: PageFrame(
        "Tickets of \(severity == .unknown ? "unknown" : severity.rawValue) severity",
        in: outline,
        root: scope.root,
        place: .tickets
      ),
      intro: "A ticket is as severe as the worst of its open findings.",
      absent: nil,
      sections: sections
    )
  }

  /// The open tickets by age; nil if there are none.
  init?(agesOf tickets: TicketOutline, in outline: LedgerOutline) {
    let moment = outline.ledger.moment
    let scope = Self.scope(tickets, in: outline)
    let bands = Dictionary(grouping: tickets.items.filter(\.standing.isOpen)) { item in
      item.line.ticket.createdAt.map { AgeBands.band(since: $0, at: moment) }
    }
    let sections = AgeBands.names.enumerated()
      .compactMap { position, name in
        scope.section(
          "age-\(position + 1)",
          name,
          [(title: nil, anchor: nil, items: bands[position] ?? [])]
        )
      }
    guard !sections.isEmpty else { return nil }
    self.init(
      frame: PageFrame("Open tickets by age", in: outline, root: scope.root, place: .tickets),
      intro: "A ticket’s age counts from the day it was made.",
      absent: nil,
      sections: sections
    )
  }

  /// The most that one table of a list over all projects shows.
  private static let limit = 500

  private static func scope(_ tickets: TicketOutline, in outline: LedgerOutline) -> TicketScope {
    TicketScope(tickets, in: outline, root: "../", limit: limit)
  }
}
