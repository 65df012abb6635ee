internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// How the tickets stand, and what is open without one.
struct TicketsPage: TemplateView {
  let outline: LedgerOutline
  let tickets: TicketOutline
  private let scope: TicketScope
  private let statuses: [TicketStatus]
  private let open: [TicketItem]

  /// Where it is.
  static let path = "tickets.html"
  /// How many tickets one of its tables shows.
  static let rowLimit = 200
  /// How many projects it counts the tickets of.
  static let projectLimit = 200

  /// The tickets of a ledger.
  init(_ tickets: TicketOutline, in outline: LedgerOutline) {
    self.outline = outline
    self.tickets = tickets
    scope = TicketScope(tickets, in: outline, root: "", limit: Self.rowLimit)
    statuses = scope.statuses
    open = tickets.items.filter(\.standing.isOpen)
  }

  private var report: TicketReport { tickets.report }
  private var moment: Instant { outline.ledger.moment }

  /// The standings that have a column: those that are usual, and others that there are tickets of.
  private var columns: [TicketStanding] {
    TicketStanding.allCases.filter {
      [.toDo, .inProgress, .done].contains($0) || scope.count($0) > 0
    }
  }

  private var tiles: [TicketTile] {
    let counts = columns.map(scope.count)
    let shares = Percentages(counts)
    return columns.indices.map { index in
      TicketTile(
        standing: columns[index],
        word: columns[index].title,
        count: counts[index],
        share: scope.items.isEmpty ? nil : shares.text(index),
        link: Link(relative: "#" + columns[index].rawValue)
      )
    }
  }

  private var words: [TicketTile] {
    let shares = Percentages(statuses.map(\.items.count))
    return statuses.enumerated()
      .map { index, status in
        TicketTile(
          standing: status.standing,
          word: status.word,
          count: status.items.count,
          share: shares.text(index),
          link: Link(relative: "#" + status.anchor)
        )
      }
  }

  private var shares: Chart {
    ShareBar(
      title: "Tickets by status",
      shares: columns.map {
        Share(name: $0.title, letter: $0.letter, style: $0.rawValue, count: scope.count($0))
      },
      zero: "0 tickets."
    ).chart
  }

  /// Counts of tickets by standing, each leading to a section of a page.
  private func counts(_ items: [TicketItem], on page: String) -> [LinkedCount] {
    columns.map { standing in
      LinkedCount(
        standing.title,
        items.reduce(0) { $0 + ($1.standing == standing ? 1 : 0) },
        style: standing.rawValue,
        link: Link(relative: "\(page)#\(standing.rawValue)")
      )
    }
  }

  private var projectRows: [CountRow] {
    let ofProject = Dictionary(grouping: tickets.items, by: \.project)
    let numbers = Dictionary(
      outline.projects.enumerated().map { ($1.slug, $0) }
    ) { first, _ in first }
    return outline.worst.compactMap { project in
      guard let number = numbers[project.slug] else { return nil }
      let items = ofProject[number] ?? []
      let absent = tickets.absentTotal(of: number)
      guard !items.isEmpty || absent > 0 else { return nil }
      let folder = project.folder(root: "")
      return CountRow(
        name: NamedLink(name: project.name, link: project.link(root: "")),
        counts: counts(items, on: folder + TicketListPage.fileName) + [
          LinkedCount(
            "Open without",
            absent,
            link: Link(relative: folder + TicketListPage.absentFileName)
          )
        ]
      )
    }
  }

  private var severityRows: [CountRow] {
    let ofSeverity = Dictionary(grouping: tickets.items, by: \.line.severity)
    return Severity.allCases.map { severity in
      CountRow(
        name: NamedLink(name: severity.title, link: nil),
        style: severity.rawValue,
        letter: severity.letter,
        counts: counts(ofSeverity[severity] ?? [], on: TicketListPage.path(of: severity))
      )
    }
  }

  private var ages: AgeBands {
    AgeBands(
      open.lazy.compactMap { item in
        item.line.ticket.createdAt.map { (item.line.severity, $0) }
      },
      at: moment,
      title: "Open tickets by age",
      noun: "open tickets"
    )
  }

  private var ageCounts: [LinkedCount] {
    zip(AgeBands.names, ages.bands).enumerated()
      .map { position, band in
        LinkedCount(
          band.0,
          band.1.total,
          link: Link(relative: "\(TicketListPage.agePath)#age-\(position + 1)")
        )
      }
  }

  private var medianAge: String? {
    let days = open.compactMap { $0.line.ticket.createdAt.map { moment.days(since: $0) } }.sorted()
    return days.isEmpty ? nil : counted(days[days.count / 2], "day")
  }

  private var absenceRows: [CountRow] {
    Absence.allCases.compactMap { reason in
      guard let open = tickets.absent[reason] else { return nil }
      let page = TicketListPage.path(of: reason)
      return CountRow(
        name: NamedLink(
          name: reason.explanation,
          link: Link(relative: "definitions.html#no-ticket-\(reason.anchor)")
        ),
        counts: Severity.allCases.map {
          LinkedCount(
            $0.title,
            open[$0],
            style: $0.rawValue,
            link: Link(relative: "\(page)#\($0.rawValue)")
          )
        } + [LinkedCount("Total", open.total, link: Link(relative: page))]
      )
    }
  }

  private var stepRows: [CountRow] {
    let (done, pending) = (report.done, report.pending)
    return StepSection.verbs(of: report)
      .map { verb in
        CountRow(
          name: NamedLink(name: verb.bounded(to: 40), link: nil),
          counts: [(true, done[verb] ?? 0), (false, pending[verb] ?? 0)].map { isDone, count in
            LinkedCount(
              isDone ? "Done" : "To be done",
              count,
              link: Link(
                relative: "\(StepsPage.path)#\(StepSection.anchor(verb, isDone: isDone))"
              )
            )
          }
        )
      }
  }

  private var frame: PageFrame {
    PageFrame("Tickets", in: outline, place: .tickets, twin: "tickets.md")
  }

  static let schema = Schema<TicketsPage>(
    "tickets",
    [
      .record("frame") { $0.frame },
      .text("tracker") { $0.report.tracker.bounded(to: 200) },
      .text("asOf") { $0.report.asOf.inWords },
      .flag("isCurrent") { $0.report.isCurrent },
      .flag("isApplied") { $0.report.isApplied },
      .number("count") { $0.scope.items.count },
      .text("tickets") { counted($0.scope.items.count, "ticket") },
      .flag("hasTickets") { !$0.scope.items.isEmpty },
      .list("tiles") { $0.tiles },
      .record("shares") { $0.shares },
      .list("words") { $0.words },
      .texts("columns") { $0.columns.map(\.title) },
      .rows("projects", of: CountRow.self) { page in
        Rows(Array(page.projectRows.prefix(projectLimit))) { $0 }
      },
      .text("more") { page in
        let more = page.projectRows.count - projectLimit
        return more > 0 ? counted(more, "more project") : nil
      },
      .list("severities") { $0.severityRows },
      .record("ages") { $0.ages.chart },
      .list("ageCounts") { $0.ageCounts },
      .text("medianAge") { $0.medianAge },
      .list("remarkable") { $0.scope.remarkable },
      .record("decided") { $0.scope.decided },
      .text("absent") { counted($0.tickets.absentTotal(), "open finding") },
      .flag("hasAbsences") { !$0.tickets.absent.isEmpty },
      .texts("severityNames") { _ in Severity.allCases.map(\.title) },
      .list("absences") { $0.absenceRows },
      .list("steps") { $0.stepRows },
      .flag("hasSteps") { !$0.report.steps.isEmpty },
      .list("sections") { $0.scope.standings },
    ]
  )
}
