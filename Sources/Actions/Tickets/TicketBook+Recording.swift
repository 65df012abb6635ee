public import Findings

// Before a request goes out the book says so, and after the answer it says what came of it. A run
// that ends in between leaves the first without the second.
extension TicketBook {
  /// Notes that a step is about to be carried out.
  public mutating func intend(_ planned: PlannedStep, at moment: Instant) {
    switch planned.step {
    case .create(let draft):
      var ticket = Ticket(
        key: draft.key,
        subject: draft.subject,
        generation: draft.generation,
        destination: draft.destination.project
      )
      ticket.attemptedAt = moment
      ticket.told = draft.facts
      ticket.toldAt = moment
      ticket.written = draft.fields
      tickets[draft.key] = ticket
    case .comment(_, let note):
      tickets[planned.key]?.unconfirmed = UnconfirmedNote(marker: note.marker, facts: note.facts)
    case .reopen:
      guard let ticket = tickets[planned.key], ticket.closedAt == nil else { return }
      tickets[planned.key]?.contradictions += 1
    case .update, .close, .link: break
    }
  }

  /// Notes what came of a step that was intended.
  public mutating func record(
    _ outcome: StepOutcome,
    of planned: PlannedStep,
    at moment: Instant
  ) {
    switch outcome {
    case .done(let reference): finish(planned, reference, at: moment)
    case .refused(let refusal) where refusal.isAboutAccount: giveUp(planned, because: nil)
    case .refused(let refusal): giveUp(planned, because: refusal.reason)
    case .postponed: giveUp(planned, because: nil)
    case .uncertain: break
    }
  }

  private mutating func finish(
    _ planned: PlannedStep,
    _ reference: IssueReference?,
    at moment: Instant
  ) {
    guard var ticket = tickets[planned.key] else { return }
    switch planned.step {
    case .create:
      guard let reference else { return }
      ticket.issue = reference
      ticket.attemptedAt = nil
      ticket.createdAt = moment
    case .comment(_, let note):
      ticket.unconfirmed = nil
      ticket.hear(note.facts, at: moment)
    case .close: ticket.closedAt = moment
    case .reopen: ticket.closedAt = nil
    case .link(_, let other, .follows): ticket.linkedTo = other.id
    case .link(let double, _, .duplicates): ticket.doubles.removeAll { $0 == double }
    case .update(_, let fields):
      ticket.written.set(fields)
    }
    tickets[planned.key] = ticket
  }

  /// The step was not carried out; with a reason, it never will be.
  private mutating func giveUp(_ planned: PlannedStep, because reason: String?) {
    switch planned.step {
    case .create: tickets[planned.key] = nil
    case .comment: tickets[planned.key]?.unconfirmed = nil
    case .reopen(_, let status), .close(_, let status, _):
      if case .reopen = planned.step, let ticket = tickets[planned.key], ticket.closedAt == nil {
        tickets[planned.key]?.contradictions -= 1
      }
      guard let reason else { return }
      tickets[planned.key]?.standstill = Standstill(status: status, reason: reason)
    case .link(_, let other, .follows):
      if reason != nil { tickets[planned.key]?.linkedTo = other.id }
    case .link(let double, _, .duplicates):
      if reason != nil { tickets[planned.key]?.doubles.removeAll { $0 == double } }
    case .update(_, let fields):
      // What was refused is not asked for every night: the field is left to people.
      if reason != nil { tickets[planned.key]?.written.set(fields) }
    }
  }
}
