internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// What every page needs to know of the tickets, worked out once.
final class TicketOutline: Sendable {
  let report: TicketReport
  /// The tickets, the worst first.
  let items: [TicketItem]
  /// How many open findings have no ticket, by the reason.
  let absent: [Absence: SeverityCounts]
  private let itemsOfFinding: [String: [Int]]
  /// The positions of each project's open findings without a ticket, in listing order, by reason.
  private let absentPositions: [[Absence: [Int]]]

  /// The tickets of a ledger's projects; those of other projects are left out.
  init(_ report: TicketReport, of projects: [ProjectOutline]) {
    self.report = report
    let numbers = Dictionary(
      projects.enumerated().map { ($1.ledger.name, $0) }
    ) { first, _ in first }
    var items = report.lines.compactMap { line in
      numbers[line.project].map { TicketItem(line, project: $0) }
    }
    items.sort { $0.isBefore($1) }
    let ofFinding = Self.index(items)
    Self.connect(&items, projects, ofFinding)
    self.items = items
    itemsOfFinding = ofFinding.mapValues { numbers in numbers.filter { !items[$0].line.isPast } }
      .filter { !$0.value.isEmpty }
    var absent: [Absence: SeverityCounts] = [:]
    var positions: [[Absence: [Int]]] = []
    for project in projects {
      var own: [Absence: [Int]] = [:]
      let entries = project.ledger.entries
      for index in project.open where itemsOfFinding[entries[index].id] == nil {
        let reason = report.absences[entries[index].id] ?? .noRoute
        own[reason, default: []].append(index)
        absent[reason, default: SeverityCounts()][entries[index].finding.severity] += 1
      }
      positions.append(own)
    }
    self.absent = absent
    absentPositions = positions
  }

  /// The tickets about each finding, by its id.
  private static func index(_ items: [TicketItem]) -> [String: [Int]] {
    var ofFinding: [String: [Int]] = [:]
    for (number, item) in items.enumerated() {
      for id in item.line.findings { ofFinding[id, default: []].append(number) }
    }
    return ofFinding
  }

  /// Tells the tickets where their findings are.
  private static func connect(
    _ items: inout [TicketItem],
    _ projects: [ProjectOutline],
    _ ofFinding: [String: [Int]]
  ) {
    guard !ofFinding.isEmpty else { return }
    for (number, project) in projects.enumerated() {
      let entries = project.ledger.entries
      for index in entries.indices {
        for item in ofFinding[entries[index].id] ?? [] where items[item].project == number {
          items[item].findings.append(FindingReference(project: number, entry: index))
          if entries[index].state == .open { items[item].isShown = true }
        }
      }
    }
  }

  /// The tickets about a finding, the worst first; none of the past.
  func items(about id: String) -> [TicketItem] { itemsOfFinding[id]?.map { items[$0] } ?? [] }

  /// Why an open finding has no ticket.
  func absence(of id: String) -> Absence { report.absences[id] ?? .noRoute }

  /// How many open findings of a project, or of all, have no ticket.
  func absentTotal(of project: Int? = nil) -> Int {
    guard let project else { return absent.values.reduce(0) { $0 + $1.total } }
    return absentPositions[project].values.reduce(0) { $0 + $1.count }
  }

  /// How many open findings without a ticket there are of each severity.
  func absentTotals(
    because reason: Absence?,
    of project: Int?,
    in outline: LedgerOutline
  ) -> SeverityCounts {
    var totals = SeverityCounts()
    for number in absentPositions.indices where project == nil || project == number {
      let entries = outline.projects[number].ledger.entries
      for (cause, positions) in absentPositions[number] where reason == nil || reason == cause {
        for position in positions { totals[entries[position].finding.severity] += 1 }
      }
    }
    return totals
  }

  /// The first open findings without a ticket, in listing order: for one reason, or of one project.
  func absent(
    _ limit: Int,
    because reason: Absence? = nil,
    of project: Int? = nil,
    in outline: LedgerOutline
  ) -> [FindingReference] {
    var merge = ListingMerge(outline)
    for number in absentPositions.indices where project == nil || project == number {
      for cause in Absence.allCases where reason == nil || reason == cause {
        merge.add(absentPositions[number][cause] ?? [], of: number)
      }
    }
    return merge.first(limit)
  }
}
