internal import Actions
internal import Findings
internal import Templates

/// The tickets that a page speaks of, all or one project's, and the tables it shows them in.
struct TicketScope: Sendable {
  let outline: LedgerOutline
  /// The worst first.
  let items: [TicketItem]
  /// The number of the project; nil for all.
  let project: Int?
  /// The way from the page to the top.
  let root: String
  /// How many tickets one table shows.
  let limit: Int

  /// The tickets of a project, or all.
  init(
    _ tickets: TicketOutline,
    in outline: LedgerOutline,
    project: Int? = nil,
    root: String,
    limit: Int
  ) {
    self.outline = outline
    self.project = project
    self.root = root
    self.limit = limit
    items = project.map { number in tickets.items.filter { $0.project == number } } ?? tickets.items
  }

  /// How many tickets there are of a standing.
  func count(_ standing: TicketStanding) -> Int {
    items.reduce(0) { $0 + ($1.standing == standing ? 1 : 0) }
  }

  /// All tickets, a table for each standing, in it the tracker's words one after another.
  var standings: [TicketSection] {
    let all = statuses
    return TicketStanding.allCases.compactMap { standing in
      section(
        standing.rawValue,
        standing.title,
        all.filter { $0.standing == standing }
          .map { (title: $0.word, anchor: $0.anchor, items: $0.items) }
      )
    }
  }

  /// The tracker's words for where tickets stand, with the tickets of each, the most first.
  var statuses: [TicketStatus] {
    let groups = Dictionary(grouping: items) { TicketStatus.Name($0) }
    let sorted = groups.sorted { left, right in
      let order = (left.key.position, -left.value.count)
      let other = (right.key.position, -right.value.count)
      return order == other ? left.key.word < right.key.word : order < other
    }
    return sorted.enumerated()
      .map { TicketStatus(name: $1.key, anchor: "status-\($0 + 1)", items: $1.value) }
  }

  /// What people decided in the tracker; nil if nothing.
  var decided: TicketSection? {
    let decided = items.filter { $0.decision != nil }
    var section = section(
      "decided",
      "Decided in the tracker",
      Decision.Kind.allCases.map { kind in
        (kind.title, "decided-\(kind.rawValue)", decided.filter { $0.decision?.kind == kind })
      }
    )
    section?.showsDecisions = true
    return section
  }

  /// The tickets that somebody should look at, by the reason.
  var remarkable: [TicketSection] {
    TicketRemark.allCases.compactMap { remark in
      var section = section(
        remark.rawValue,
        remark.title,
        [(title: nil, anchor: nil, items: items.filter(remark.applies))]
      )
      section?.meaning = remark.meaning
      return section
    }
  }

  /// A table of groups of tickets, as many as it may hold; nil if there are none.
  func section(
    _ anchor: String,
    _ title: String,
    _ groups: [(title: String?, anchor: String?, items: [TicketItem])]
  ) -> TicketSection? {
    let groups = groups.filter { !$0.items.isEmpty }
    guard !groups.isEmpty else { return nil }
    var room = limit
    return TicketSection(
      anchor: anchor,
      title: title,
      count: groups.reduce(0) { $0 + $1.items.count },
      groups: groups.map { group in
        let items = Array(group.items.prefix(room))
        room -= items.count
        let isWhole = items.count == group.items.count
        let count = isWhole ? "\(items.count)" : "\(items.count) of \(group.items.count)"
        return TicketGroup(
          anchor: group.anchor,
          title: group.title.map { "\($0): \(count)" },
          rows: rows(items, areEntries: project != nil && TicketStanding(rawValue: anchor) != nil)
        )
      },
      whole: project == nil ? Link(relative: root + "projects/index.html") : nil
    )
  }

  private func rows(_ items: [TicketItem], areEntries: Bool) -> Rows {
    let (outline, root) = (outline, root)
    return Rows(items) {
      TicketRow(item: $0, outline: outline, root: root, isEntry: areEntries)
    }
  }
}
