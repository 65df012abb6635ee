public import Findings
internal import Reconciliation

/// What the dashboards say of tickets after a run.
public struct TicketReport: Sendable, Hashable {
  /// One ticket, the findings it is about, and how it stands.
  public struct Line: Sendable, Hashable {
    /// The project.
    public var project: String
    /// The ticket.
    public var ticket: Ticket
    /// The worst severity of its findings.
    public var severity: Severity
    /// The ids of its open findings; of all, if none is open.
    public var findings: [String]
    /// Whether any is open.
    public var isOpen: Bool

    /// Whether it is done in the tracker though a scan still shows a finding, and was reopened once.
    public var isContradicted: Bool {
      isOpen && ticket.seen?.phase == .done && ticket.decision == nil && ticket.contradictions > 0
    }
  }

  /// The tracker, as a person knows it.
  public var tracker: String
  /// When it was last asked.
  public var asOf: Instant
  /// Whether the tracker was asked in this run; else this is what earlier runs remember.
  public var isCurrent = true
  /// Whether steps are carried out, or only planned.
  public var isApplied: Bool
  /// The tickets whose issues are known, by project and key.
  public var lines: [Line]
  /// Why open findings have no ticket, by their ids.
  public var absences: [String: Absence]
  /// How many steps were carried out, by their verb.
  public var done: [String: Int] = [:]
  /// How many steps are still to be done, by their verb.
  public var pending: [String: Int] = [:]

  /// A report on all projects.
  public init(
    tracker: String,
    asOf: Instant,
    isApplied: Bool,
    situations: [TicketSituation],
    plan: TicketPlan
  ) {
    self.tracker = tracker
    self.asOf = asOf
    self.isApplied = isApplied
    lines = []
    absences = [:]
    for situation in situations {
      let latest = situation.book.latest
      let reasons = plan.absences[situation.ledger.name] ?? [:]
      for subject in situation.subjects {
        let open = subject.open
        let ticket = latest[subject.name]
        if let ticket, ticket.issue != nil {
          lines.append(
            Line(
              project: subject.project,
              ticket: ticket,
              severity: subject.worst?.finding.severity ?? .unknown,
              findings: (open.isEmpty ? subject.members : open).map(\.id),
              isOpen: !open.isEmpty
            )
          )
        } else {
          let reason = reasons[subject.name] ?? .pending
          for entry in open { absences[entry.id] = reason }
        }
      }
    }
    // A finding without a route is about nothing; one that shares a ticket has it.
    let ticketed = Set(lines.flatMap(\.findings))
    for id in ticketed { absences[id] = nil }
    for situation in situations {
      for entry in situation.ledger.entries
      where entry.state.countsAsOpen && absences[entry.id] == nil && !ticketed.contains(entry.id) {
        absences[entry.id] = .noRoute
      }
    }
  }
}
