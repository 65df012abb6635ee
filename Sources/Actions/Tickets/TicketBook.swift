public import Findings

/// All that is remembered of one project's tickets.
public struct TicketBook: Sendable, Hashable {
  /// The project.
  public var project: String
  /// When tickets were first kept for it: what was found before is the baseline.
  public var startedAt: Instant
  /// The tickets, by key.
  public var tickets: [TicketKey: Ticket] = [:]

  /// An empty book, begun at a moment.
  public init(project: String, startedAt: Instant) {
    self.project = project
    self.startedAt = startedAt
  }

  /// The ticket about a subject that came before one of a generation; nil if there was none.
  func ticket(before generation: Int, about subject: String) -> Ticket? {
    tickets[TicketKey(project: project, subject: subject, generation: generation - 1)]
  }

  /// The latest ticket about each subject, by the subject's name.
  public var latest: [String: Ticket] {
    Dictionary(tickets.values.map { ($0.subject, $0) }) { left, right in
      left.generation > right.generation ? left : right
    }
  }
}
