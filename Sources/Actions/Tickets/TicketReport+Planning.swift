public import Findings
internal import Reconciliation

// What a run knows when it is done with the tracker.
extension TicketReport {
  /// A report on all projects.
  ///
  /// - Parameters:
  ///   - tracker: The tracker, as a person knows it.
  ///   - asOf: When it was last asked.
  ///   - isApplied: Whether steps are carried out, or only planned.
  ///   - situations: The findings and tickets as they are known last.
  ///   - plan: What was to be done when the run began with it.
  ///   - done: What of it was carried out.
  public init(
    tracker: String,
    asOf: Instant,
    isApplied: Bool,
    situations: [TicketSituation],
    plan: TicketPlan,
    done: Set<PlannedStep> = []
  ) {
    self.init(tracker: tracker, asOf: asOf, isApplied: isApplied)
    for situation in situations {
      add(situation, plan.absences[situation.ledger.name] ?? [:])
    }
    let books = Dictionary(situations.map { ($0.ledger.name, $0.book) }) { first, _ in first }
    steps = plan.steps.map { planned in
      Step(
        project: planned.project,
        verb: planned.step.verb,
        issue: planned.step.issue ?? books[planned.project]?.tickets[planned.key]?.issue,
        title: planned.step.draft?.title,
        reason: planned.reason,
        isDone: done.contains(planned)
      )
    }
  }

  private mutating func add(_ situation: TicketSituation, _ reasons: [String: Absence]) {
    let latest = situation.book.latest
    var ticketed: Set<String> = []
    for subject in situation.subjects {
      let open = subject.open.map(\.id)
      if let ticket = latest[subject.name], ticket.issue != nil {
        ticketed.formUnion(open)
        lines.append(
          Line(
            project: subject.project,
            ticket: ticket,
            severity: subject.worst?.finding.severity ?? .unknown,
            findings: open.isEmpty ? subject.members.map(\.id) : open,
            isOpen: !open.isEmpty
          )
        )
      } else {
        let reason = reasons[subject.name] ?? .pending
        for id in open { absences[id] = reason }
      }
    }
    addPast(of: situation, latest)
    // A finding that shares a ticket has it; one without a route is about nothing.
    for id in ticketed { absences[id] = nil }
    for entry in situation.ledger.entries
    where entry.state.countsAsOpen && absences[entry.id] == nil && !ticketed.contains(entry.id) {
      absences[entry.id] = .noRoute
    }
  }

  /// Adds the tickets that another took the place of, and those whose findings are forgotten.
  private mutating func addPast(of situation: TicketSituation, _ latest: [String: Ticket]) {
    let members = Dictionary(
      situation.subjects.map { ($0.name, $0.members) }
    ) { first, _ in first }
    for ticket in situation.book.tickets.values.sorted(by: { $0.key < $1.key })
    where ticket.issue != nil {
      let isPast = latest[ticket.subject]?.key != ticket.key
      let entries = members[ticket.subject]
      guard isPast || entries == nil else { continue }
      var line = Line(
        project: situation.ledger.name,
        ticket: ticket,
        severity: ticket.told?.severity ?? entries?.first?.finding.severity ?? .unknown,
        findings: entries?.map(\.id) ?? [],
        isOpen: false
      )
      line.isPast = isPast
      lines.append(line)
    }
  }
}
