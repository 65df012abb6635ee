internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// One ticket in a list.
struct TicketRow: TemplateView {
  let item: TicketItem
  let outline: LedgerOutline
  let root: String
  /// Whether this is its entry in its project's list, which names more of its findings.
  let isEntry: Bool

  private var limit: Int { isEntry ? 50 : 2 }

  private var findings: [NamedLink] {
    item.findings.prefix(limit).enumerated()
      .map { position, reference in
        let entry = outline[reference]
        let isRepeated =
          position > 0 && entry.finding.title == outline[item.findings[0]].finding.title
        let place = isRepeated ? entry.finding.location.words.bounded(to: 80) : ""
        return NamedLink(
          name: place.isEmpty ? entry.finding.title.bounded(to: 160) : place,
          link: Permalink.link(to: entry.id, root: root)
        )
      }
  }

  /// The findings that are not named, and where they are.
  private var more: NamedLink? {
    let more = item.findings.count - limit
    guard more > 0 else { return nil }
    return NamedLink(
      name: "and \(more) more",
      link: isEntry
        ? outline.projects[item.project].link(root: root)
        : item.entry(in: outline, root: root)
    )
  }

  private var doubles: [NamedLink] {
    item.line.ticket.doubles.prefix(10)
      .map { NamedLink(name: $0.key.bounded(to: 60), link: Link(external: $0.url)) }
  }

  static let schema = Schema<TicketRow>(
    "ticket",
    [
      .text("anchor") { $0.isEntry ? $0.item.anchor : nil },
      .text("severity") { $0.item.line.severity.title },
      .text("style") { $0.item.line.severity.rawValue },
      .text("letter") { $0.item.line.severity.letter },
      .text("key") { $0.item.key },
      .link("page") { $0.item.page },
      .list("findings") { $0.findings },
      .record("more") { $0.more },
      .record("project") { row in
        let project = row.outline.projects[row.item.project]
        return NamedLink(name: project.name, link: project.link(root: row.root))
      },
      .text("status") { $0.item.status },
      .text("symbol") { $0.item.standing.symbol },
      .text("standing") { $0.item.standing.rawValue },
      .text("assignee") { $0.item.line.ticket.seen?.assignee?.bounded(to: 80) },
      .text("age") { $0.item.age(at: $0.outline.ledger.moment) },
      .text("remarks") { $0.item.remarks },
      .list("doubles") { $0.doubles },
      .flag("hasDoubles") { !$0.doubles.isEmpty },
      .text("decision") { $0.item.decision?.kind.title },
      .text("word") { $0.item.decision?.word.bounded(to: 60) },
      .text("who") { $0.item.decision?.who },
      .text("when") { $0.item.decision?.at?.dateInWords },
    ]
  )
}

extension TicketItem {
  /// Its entry in its project's list, seen from a page whose way to the top is `root`.
  func entry(in outline: LedgerOutline, root: String) -> Link {
    let folder = outline.projects[project].folder(root: root)
    return Link(relative: "\(folder)\(TicketListPage.fileName)#\(anchor)")
  }

  /// How long it has been there, or was until it was done.
  func age(at moment: Instant) -> String? {
    guard let made = line.ticket.createdAt else { return nil }
    guard standing == .done else {
      return standing == .missing ? nil : counted(moment.days(since: made), "day")
    }
    let end = line.ticket.seen?.closedAt ?? line.ticket.closedAt
    return end.map { "done after \(counted($0.days(since: made), "day"))" }
  }
}
