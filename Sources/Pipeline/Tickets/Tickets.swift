public import Actions
public import Findings
public import Reconciliation

/// Keeps the tickets true: reads how they stand, plans, and carries the plan out.
///
/// It never harms a report: whatever goes wrong is a problem in its result, and what was not done is
/// still to be done in the next run.
public struct Tickets: Sendable {
  let tracker: any Tracker
  let store: any ObjectStore
  let policy: TicketPolicy
  let texts: TicketTexts
  let observer: any RunObserver
  private let budget: Duration
  /// Until when steps are begun.
  private(set) var deadline = ContinuousClock.now

  /// A keeper of tickets.
  ///
  /// - Parameters:
  ///   - tracker: Where people keep them.
  ///   - store: Where the books lie: that of the history.
  ///   - policy: What deserves a ticket.
  ///   - texts: What they say.
  ///   - budget: How long steps are begun, from when it is called on.
  ///   - observer: Who hears how it gets on.
  public init(
    tracker: any Tracker,
    store: any ObjectStore,
    policy: TicketPolicy,
    texts: TicketTexts,
    budget: Duration = .seconds(600),
    observer: any RunObserver = SilentObserver()
  ) {
    self.tracker = tracker
    self.store = store
    self.policy = policy
    self.texts = texts
    self.observer = observer
    self.budget = budget
  }

  /// Reads, plans and, if asked to, acts.
  ///
  /// - Parameters:
  ///   - ledger: What the findings say.
  ///   - moment: Now; that of the ledger in a run.
  ///   - isApplied: Whether anything is changed; else the plan comes with its requests.
  /// - Returns: How the tickets stand, and what went wrong.
  public func callAsFunction(
    _ ledger: Ledger,
    at moment: Instant,
    isApplied: Bool
  ) async -> TicketsResult {
    do throws(Problem) {
      observer.begins(.tickets)
      defer { observer.ends() }
      var tickets = self
      tickets.deadline = .now + budget
      var desk = try await TicketDesk(tickets, ledger, at: moment)
      try await tracker.check()
      try await desk.read()
      let plan = try await desk.plan()
      if isApplied {
        try await desk.carryOut(plan)
        await desk.readAgain(plan)
      }
      return await desk.result(of: plan, isApplied: isApplied)
    } catch {
      return .stopped(error)
    }
  }

  /// What earlier runs remember of the tickets, without asking the tracker; nil if they remember
  /// none.
  public func remembered(_ ledger: Ledger) async throws(Problem) -> TicketReport? {
    let desk = try await TicketDesk(self, ledger, at: ledger.moment)
    if desk.isEmpty { return nil }
    // What would be done is of no use here; why findings have no ticket is.
    var plan = desk.planner.plan(desk.situations)
    plan.steps = []
    return desk.report(of: plan, isApplied: true, isCurrent: false)
  }
}
