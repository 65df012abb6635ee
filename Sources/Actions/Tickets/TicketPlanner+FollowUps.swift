internal import Findings
internal import Reconciliation

// What is to be said and done about tickets that are there.
extension TicketPlanner {
  /// The steps of one ticket, in the order they are to be done.
  func steps(
    for ticket: Ticket,
    about subject: Subject,
    _ facts: TicketFacts,
    in situation: TicketSituation
  ) -> [PlannedStep] {
    guard let issue = ticket.seen, ticket.issue != nil, ticket.missing == nil,
      ticket.unconfirmed == nil
    else { return [] }
    let steps = FollowUp(ticket: ticket, issue: issue, subject: subject, facts: facts)
    var planned = links(of: ticket, in: situation)
    guard ticket.decision == nil else { return planned.map { with(ticket, subject, $0) } }
    switch (facts.state, issue.phase) {
    case (.open, .done): planned += reopening(steps, in: situation)
    case (.open, _): planned += telling(steps, in: situation) + updating(steps)
    case (.fixed, .new), (.fixed, .active), (.suppressed, .new), (.suppressed, .active):
      // A person reopened what was closed: that is theirs.
      guard ticket.closedAt == nil else { break }
      planned += telling(steps, in: situation) + closing(steps)
    case (.removed, .new), (.removed, .active): planned += telling(steps, in: situation)
    case (_, .done): break
    }
    return planned.map { with(ticket, subject, $0) }
  }

  /// One ticket and what is known of it.
  struct FollowUp {
    var ticket: Ticket
    var issue: Issue
    var subject: Subject
    var facts: TicketFacts
  }

  private typealias Step = (step: TicketStep, reason: String)

  private func with(_ ticket: Ticket, _ subject: Subject, _ step: Step) -> PlannedStep {
    PlannedStep(
      project: subject.project,
      key: ticket.key,
      step: step.step,
      reason: step.reason
    )
  }

  private func links(of ticket: Ticket, in situation: TicketSituation) -> [Step] {
    guard let own = ticket.issue else { return [] }
    var steps: [Step] = ticket.doubles.map { double in
      (.link(double, to: own, .duplicates), "has the key of \(own.key)")
    }
    let previous = situation.book.ticket(before: ticket.generation, about: ticket.subject)?.issue
    if let previous, ticket.linkedTo != previous.id {
      steps.append((.link(own, to: previous, .follows), "is about what \(previous.key) was about"))
    }
    return steps
  }

  /// The findings are there, the issue is done, and nobody decided to leave it so.
  private func reopening(_ known: FollowUp, in situation: TicketSituation) -> [Step] {
    var known = known
    let isBack = known.ticket.closedAt != nil
    if !isBack {
      guard isContradicted(known) else { return [] }
      // Once with the evidence; after that it is only shown, lest people and program take turns.
      guard known.ticket.contradictions == 0 else { return [] }
      known.facts.contradictions = 1
    }
    let isStuck = known.ticket.standstill?.status == known.issue.status
    known.facts.isStuck = isStuck
    let reason = isBack ? "found again" : "done, but still found"
    let told = telling(known, in: situation)
    guard !isStuck else { return told }
    return told + [(.reopen(known.issue.reference, status: known.issue.status), reason)]
  }

  /// Whether a scan after the issue was done shows an open finding.
  private func isContradicted(_ known: FollowUp) -> Bool {
    guard let done = known.issue.closedAt ?? known.issue.updatedAt ?? known.ticket.toldAt else {
      return false
    }
    return known.subject.open.contains { $0.state == .open && $0.lastSeen > done }
  }

  /// One comment if there is anything to say.
  private func telling(_ known: FollowUp, in situation: TicketSituation) -> [Step] {
    var facts = known.facts
    if known.issue.phase != .done { facts.contradictions = known.ticket.contradictions }
    if known.ticket.standstill?.status == known.issue.status { facts.isStuck = true }
    guard let told = known.ticket.told, facts.isWorthSaying(after: told) else { return [] }
    let note = texts.note(
      on: known.ticket,
      about: known.subject,
      told: told,
      now: facts,
      in: situation.ledger,
      at: moment
    )
    return [(.comment(known.issue.reference, note), facts.reason(after: told))]
  }

  private func updating(_ known: FollowUp) -> [Step] {
    let wanted = fields(for: known.subject, known.facts)
    var fields = IssueFields()
    let written = known.ticket.written
    // A field that is not as it was last written was edited by a person.
    if let priority = wanted.priority, priority != written.priority,
      known.issue.priority == written.priority
    {
      fields.priority = priority
    }
    if let due = wanted.due, due != written.due, known.issue.due == written.due {
      fields.due = due
    }
    guard fields != IssueFields() else { return [] }
    let reason = "\(known.facts.severity.rawValue) now"
    return [(.update(known.issue.reference, fields), reason)]
  }

  private func closing(_ known: FollowUp) -> [Step] {
    guard policy.closes, known.ticket.standstill?.status != known.issue.status else { return [] }
    let isFixed = known.facts.state == .fixed
    let step = TicketStep.close(
      known.issue.reference,
      status: known.issue.status,
      isFixed: isFixed
    )
    return [(step, isFixed ? "fixed" : "suppressed")]
  }
}

extension TicketFacts {
  /// Whether an issue that was told other facts should hear of these.
  func isWorthSaying(after told: TicketFacts) -> Bool {
    var told = told
    if !isStuck { told.isStuck = false }
    if contradictions < told.contradictions { told.contradictions = contradictions }
    return self != told
  }

  /// Why it should hear of them.
  func reason(after told: TicketFacts) -> String {
    if isStuck && !told.isStuck { return "the workflow gives no way" }
    if contradictions > told.contradictions { return "done, but still found" }
    if state != told.state { return state == .open ? "found again" : state.rawValue }
    if severity != told.severity { return "\(told.severity.rawValue) became \(severity.rawValue)" }
    if fixes != told.fixes { return "other versions fix it" }
    if Set(places.keys) != Set(told.places.keys) { return "other findings belong to it" }
    return "moved"
  }
}
