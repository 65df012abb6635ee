import Pipeline
import Reconciliation

extension TicketNights {
  /// Keeps the tickets in a night, some hours after it began.
  @discardableResult
  func run(
    _ night: Int,
    hours: Int = 0,
    _ tracker: any Tracker,
    _ store: any ObjectStore,
    isApplied: Bool = true
  ) async -> TicketsResult {
    let ledger = ledger(night, hours: hours)
    return await keeper(tracker, store)(ledger, at: ledger.moment, isApplied: isApplied)
  }
}
