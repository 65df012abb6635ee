public import Findings

/// Which findings go where.
public struct TicketRoute: Sendable, Hashable {
  /// The projects whose findings take this route; all, if empty.
  public var projects: [Pattern] = []
  /// The kinds of scanning; all, if empty.
  public var categories: Set<Category> = []
  /// The scanners; all, if empty.
  public var scanners: Set<String> = []
  /// The least severity that deserves a ticket.
  ///
  /// One that is unknown does not reach it.
  public var severity: Severity = .high
  /// What one ticket is about.
  public var grouping: Grouping = .finding
  /// Where the tickets go.
  public var destination: Destination
  /// The tracker's name of the priority for a severity.
  public var priorities: [Severity: String] = [:]
  /// Within how many days of its first sight a finding of a severity is to be fixed.
  public var dueDays: [Severity: Int] = [:]

  /// A route to a destination, for everything of high severity and worse.
  public init(to destination: Destination) {
    self.destination = destination
  }

  /// Whether the findings of a stream take this route.
  public func takes(_ stream: Stream) -> Bool {
    (projects.isEmpty || projects.contains { $0.matches(stream.project) })
      && (categories.isEmpty || categories.contains(stream.category))
      && (scanners.isEmpty || scanners.contains(stream.scanner))
  }
}
