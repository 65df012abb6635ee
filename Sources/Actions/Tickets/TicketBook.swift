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

  /// The latest ticket about each subject, by the subject's name.
  public var latest: [String: Ticket] {
    Dictionary(tickets.values.map { ($0.subject, $0) }) { left, right in
      left.generation > right.generation ? left : right
    }
  }
}
