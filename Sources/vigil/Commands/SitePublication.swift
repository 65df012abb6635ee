internal import Actions
internal import Dashboards
internal import Findings
internal import Pipeline
internal import Reconciliation
internal import Services

/// The end of a nightly run: the dashboards, then the tickets, then the dashboards once more if
/// there is something new to say of the tickets, last the messages.
///
/// The first dashboards are on the disk before anybody is asked for a ticket, so that no tracker can
/// keep them from being there.
struct SitePublication {
  let run: Run
  let dashboard: Dashboard
  let folder: String
  let acts: Acts
  let history: History
  /// Whether nothing may be changed anywhere.
  let isRehearsal: Bool

  /// Writes the dashboards and does the rest.
  ///
  /// - Parameter result: What the run learnt; gets the problems of all this.
  /// - Returns: Whether the dashboards are there.
  func publish(_ result: inout RunResult) async -> Bool {
    result.problems += acts.problems
    let known = await remembered(&result)
    let isWritten = write(&result, known)
    if let tickets = acts.tickets {
      let kept = await tickets(
        result.ledger,
        at: result.ledger.moment,
        isApplied: acts.appliesTickets && !isRehearsal
      )
      result.problems += kept.problems
      result.tickets = kept.report
      if let report = kept.report {
        if isWritten, report != known { write(&result, report) }
        if !isRehearsal { await save(report, &result) }
      }
    }
    if let messages = acts.messages {
      let told = await messages(
        result.ledger,
        tickets: result.tickets,
        isApplied: acts.appliesMessages && !isRehearsal
      )
      result.problems += told.problems
      await writeDigests(told, &result)
    }
    return isWritten
  }

  private func remembered(_ result: inout RunResult) async -> TicketReport? {
    do throws(Problem) {
      return try await acts.tickets?.remembered(result.ledger)
    } catch {
      result.problems.append(error)
      return nil
    }
  }

  /// Keeps how the tickets stand, for reports of a past date.
  private func save(_ report: TicketReport, _ result: inout RunResult) async {
    do throws(Problem) {
      try await history.save(report, of: result.ledger.moment)
    } catch {
      result.problems.append(error)
    }
  }

  @discardableResult
  private func write(_ result: inout RunResult, _ tickets: TicketReport?) -> Bool {
    do throws(Problem) {
      try run.render(
        result.ledger,
        tickets: tickets,
        with: dashboard,
        to: SiteFolder(root: folder)
      )
      return true
    } catch {
      result.problems.append(error)
      return false
    }
  }

  /// Writes the digests that are wanted as files, for whatever sends mail.
  private func writeDigests(_ told: MessagesResult, _ result: inout RunResult) async {
    for channel in told.channels {
      guard let file = acts.digestFiles[channel.route], let digest = channel.digest else {
        continue
      }
      do throws(Problem) {
        try await LocalFile.write(Array(digest.markdown.utf8), to: file)
      } catch {
        result.problems.append(error)
      }
    }
  }
}
