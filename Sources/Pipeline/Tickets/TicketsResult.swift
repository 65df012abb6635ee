public import Actions
public import Findings

/// What came of keeping the tickets.
public struct TicketsResult: Sendable {
  /// What the dashboards say of them; nil if nothing could be learnt.
  public var report: TicketReport?
  /// What was to be done when it began, with the very requests where they were asked for.
  public var plan: [PlannedRequests]
  /// What went wrong, and what waits for the next run.
  public var problems: [Problem]

  /// Nothing done, and the reason.
  static func stopped(_ problem: Problem) -> TicketsResult {
    TicketsResult(report: nil, plan: [], problems: [problem])
  }
}

/// A step, and the requests that would carry it out as things stand.
public struct PlannedRequests: Sendable, Hashable {
  /// The step.
  public var planned: PlannedStep
  /// Its requests; empty if they were not asked for, or there are none.
  public var requests: [TrackerRequest]
  /// Why there are none; nil if there are.
  public var obstacle: String?
}
