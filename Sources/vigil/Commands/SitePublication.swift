internal import Actions
internal import Dashboards
internal import Findings
internal import Pipeline
internal import Reconciliation
internal import Services

/// The end of a nightly run: the dashboards, then the tickets, then the dashboards once more if
/// there is something new to say of the tickets.
///
/// The first dashboards are on the disk before anybody is asked for a ticket, so that no tracker can
/// keep them from being there.
struct SitePublication {
  let run: Run
  let dashboard: Dashboard
  let folder: String

  /// Writes the dashboards and keeps the tickets.
  ///
  /// - Parameters:
  ///   - result: What the run learnt; gets the problems of both.
  ///   - tickets: Who keeps the tickets; nil if nobody does.
  ///   - isApplied: Whether anything is changed in the tracker.
  /// - Returns: Whether the dashboards are there.
  func publish(
    _ result: inout RunResult,
    keeping tickets: Tickets?,
    isApplied: Bool
  ) async -> Bool {
    guard let tickets else { return write(&result, nil) }
    var known: TicketReport?
    do throws(Problem) {
      known = try await tickets.remembered(result.ledger)
    } catch {
      result.problems.append(error)
    }
    let isWritten = write(&result, known)
    let kept = await tickets(result.ledger, at: result.ledger.moment, isApplied: isApplied)
    result.problems += kept.problems
    result.tickets = kept.report
    guard let report = kept.report, isWritten else { return isWritten }
    return write(&result, report)
  }

  private func write(_ result: inout RunResult, _ tickets: TicketReport?) -> Bool {
    do throws(Problem) {
      try run.render(result.ledger, with: dashboard, to: SiteFolder(root: folder))
      return true
    } catch {
      result.problems.append(error)
      return false
    }
  }
}
