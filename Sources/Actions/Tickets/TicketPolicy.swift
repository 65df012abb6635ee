public import Findings

/// What deserves a ticket, and what may be done with it.
public struct TicketPolicy: Sendable, Hashable {
  /// Which findings go where; the first route that takes a finding counts.
  public var routes: [TicketRoute]
  /// How many tickets a run may open.
  public var mostPerRun = 25
  /// How many findings of a baseline get a ticket in this run, the worst first.
  public var backfill = 0
  /// Within how many days of its closing a ticket is reopened; later, there is a new one.
  public var reopenWithinDays = 30
  /// Which words of the tracker are decisions.
  public var decisions = DecisionWords()
  /// After how many seconds a request counts as not carried out if its issue cannot be found.
  ///
  /// An index may lag that long.
  public var settlesAfter = 3600
  /// Whether an issue is moved to done when its finding is fixed; else it is only told.
  public var closes = true

  /// A policy with routes.
  public init(routes: [TicketRoute]) {
    self.routes = routes
  }

  /// The route of a stream's findings; nil if they get no tickets.
  public func route(of stream: Stream) -> TicketRoute? { routes.first { $0.takes(stream) } }
}
