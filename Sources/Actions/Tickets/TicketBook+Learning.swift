internal import Findings

extension TicketBook {
  /// Takes in what the tracker said.
  ///
  /// - Parameters:
  ///   - reading: What it said.
  ///   - facts: What the findings say, by the subject's name.
  ///   - policy: Which words are decisions, and when a request counts as lost.
  ///   - moment: The run's moment.
  mutating func learn(
    _ reading: TrackerReading,
    facts: [String: TicketFacts],
    policy: TicketPolicy,
    at moment: Instant
  ) {
    for key in tickets.keys {
      guard var ticket = tickets[key] else { continue }
      if ticket.issue == nil, let found = reading.found[key] {
        ticket.resolve(found, told: facts[ticket.subject], policy: policy, at: moment)
      }
      if let reference = ticket.issue, let state = reading.issues[reference.id] {
        ticket.see(
          state,
          facts: facts[ticket.subject],
          policy: policy,
          at: moment,
          followsSteps: reading.followsSteps
        )
      }
      if let note = ticket.unconfirmed, let isThere = reading.notes[key] {
        ticket.unconfirmed = nil
        if isThere { ticket.hear(note.facts, at: moment) }
      }
      tickets[key] = ticket
    }
  }

  /// Takes over an issue that bears the key of a ticket that was about to be made: somebody lost the
  /// book, or an answer.
  mutating func adopt(
    _ draft: TicketDraft,
    among found: [Issue],
    policy: TicketPolicy,
    at moment: Instant
  ) {
    guard !found.isEmpty, tickets[draft.key]?.issue == nil else { return }
    var ticket =
      tickets[draft.key]
      ?? Ticket(
        key: draft.key,
        subject: draft.subject,
        generation: draft.generation,
        destination: draft.destination.project
      )
    ticket.resolve(found, told: draft.facts, policy: policy, at: moment)
    tickets[draft.key] = ticket
  }
}

extension Ticket {
  /// The tracker was asked for issues with this key, of which none is known.
  fileprivate mutating func resolve(
    _ found: [Issue],
    told facts: TicketFacts?,
    policy: TicketPolicy,
    at moment: Instant
  ) {
    // The oldest open one wins; the others are copies that somebody made.
    let ordered = found.sorted { left, right in
      let order = (left.phase == .done ? 1 : 0, left.createdAt?.seconds ?? .max)
      let other = (right.phase == .done ? 1 : 0, right.createdAt?.seconds ?? .max)
      return order == other ? left.reference.id < right.reference.id : order < other
    }
    guard let first = ordered.first else {
      if let sent = attemptedAt, sent.seconds + Int64(policy.settlesAfter) <= moment.seconds {
        attemptedAt = nil
      }
      return
    }
    issue = first.reference
    attemptedAt = nil
    createdAt = first.createdAt ?? moment
    written = IssueFields(priority: first.priority, due: first.due)
    if let facts, told == nil { hear(facts, at: moment) }
    doubles = ordered.dropFirst().map(\.reference)
    see(.there(first), facts: facts, policy: policy, at: moment)
  }

  /// The tracker shows the issue, or does not.
  fileprivate mutating func see(
    _ state: IssueState,
    facts: TicketFacts?,
    policy: TicketPolicy,
    at moment: Instant,
    followsSteps: Bool = false
  ) {
    guard case .there(var issue) = state else {
      if case .missing(let reason) = state { missing = reason }
      return
    }
    let isAsBefore = seen?.ends(like: issue) == true
    if isAsBefore, issue.closedBy == nil {
      // Who ended it is asked once.
      issue.closedBy = seen?.closedBy
      issue.closedAt = seen?.closedAt ?? issue.closedAt
    }
    missing = nil
    seen = issue
    self.issue = issue.reference
    let isOurs = decision == nil && closedAt != nil && (followsSteps || isAsBefore)
    decision = policy.decisions.decision(on: issue, isEndedByUs: isOurs)
    let isOpen = facts?.state == .open
    switch (isOpen, issue.phase) {
    case (true, .new), (true, .active): closedAt = nil
    case (true, .done): break
    case (false, .done):
      closedAt = closedAt ?? issue.closedAt ?? moment
      contradictions = 0
    case (false, _): break
    }
    if let standstill, standstill.status != issue.status {
      // We left it there ourselves, on a way that led nowhere.
      self.standstill =
        followsSteps ? Standstill(status: issue.status, reason: standstill.reason) : nil
    }
  }

  /// The issue has been told.
  mutating func hear(_ facts: TicketFacts, at moment: Instant) {
    told = facts
    toldAt = moment
  }
}
