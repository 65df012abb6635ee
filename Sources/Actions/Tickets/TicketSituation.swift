public import Findings
public import Reconciliation

/// One project before its tickets are planned: its findings, and what is remembered of its tickets.
public struct TicketSituation: Sendable {
  /// The project's findings.
  public var ledger: ProjectLedger
  /// Its tickets.
  public var book: TicketBook
  /// What its tickets are or would be about.
  let subjects: [Subject]

  /// A project's findings and tickets.
  public init(ledger: ProjectLedger, book: TicketBook, policy: TicketPolicy) {
    self.ledger = ledger
    self.book = book
    subjects = Subject.all(of: ledger, tickets: book.tickets.values.map(\.subject), policy: policy)
  }

  /// Takes in what the tracker said, and takes over issues for tickets about to be made.
  public mutating func learn(
    _ reading: TrackerReading,
    drafts: [TicketDraft] = [],
    policy: TicketPolicy,
    at moment: Instant
  ) {
    let facts = Dictionary(
      subjects.map { ($0.name, TicketFacts(of: $0.members)) }
    ) { first, _ in first }
    for draft in drafts {
      guard let found = reading.found[draft.key] else { continue }
      book.adopt(draft, among: found, policy: policy, at: moment)
    }
    book.learn(reading, facts: facts, policy: policy, at: moment)
  }
}
