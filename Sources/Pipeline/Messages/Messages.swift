public import Actions
internal import Findings
public import Reconciliation

/// Tells every channel what is new to it: one digest a run and channel, and nothing twice.
///
/// It never harms a report: whatever goes wrong is a problem in its result, and what was not told is
/// told by the next run.
public struct Messages: Sendable {
  private let channels: [MessageChannel]
  private let store: any ObjectStore
  private let texts: DigestTexts
  private let observer: any RunObserver
  private let budget: Duration

  /// A teller.
  ///
  /// - Parameters:
  ///   - channels: Who is told what; no two of the same route's name.
  ///   - store: Where the books lie: that of the history.
  ///   - texts: What digests say.
  ///   - budget: How long digests are sent, from when it is called on.
  ///   - observer: Who hears how it gets on.
  public init(
    _ channels: [MessageChannel],
    store: any ObjectStore,
    texts: DigestTexts,
    budget: Duration = .seconds(120),
    observer: any RunObserver = SilentObserver()
  ) {
    self.channels = channels
    self.store = store
    self.texts = texts
    self.observer = observer
    self.budget = budget
  }

  /// Tells what is new.
  ///
  /// - Parameters:
  ///   - ledger: What is known.
  ///   - tickets: What this run did about tickets; nil if it did nothing about them.
  ///   - isApplied: Whether anything is sent; else the result holds what would be.
  /// - Returns: What was told, and what went wrong.
  public func callAsFunction(
    _ ledger: Ledger,
    tickets: TicketReport? = nil,
    isApplied: Bool
  ) async -> MessagesResult {
    observer.begins(.messages)
    defer { observer.ends() }
    let deadline = isApplied ? ContinuousClock.now + budget : nil
    var result = MessagesResult()
    for (number, channel) in channels.enumerated() {
      observer.advances(.messages, done: number, of: channels.count)
      do throws(Problem) {
        try await tell(channel, ledger, tickets, until: deadline, &result)
      } catch {
        result.problems.append(error)
      }
    }
    result.problems.sort()
    return result
  }

  /// Tells one channel, or, without a deadline, only plans to.
  private func tell(
    _ channel: MessageChannel,
    _ ledger: Ledger,
    _ tickets: TicketReport?,
    until deadline: ContinuousClock.Instant?,
    _ result: inout MessagesResult
  ) async throws(Problem) {
    var stored = try await StoredAnnouncements(of: channel.route, in: store)
    let plan = planDigest(
      ledger,
      told: stored.book,
      route: channel.route,
      tickets: tickets.flatMap(TicketSummary.init)
    )
    var told = MessagesResult.Channel(
      route: channel.route.name,
      messenger: channel.messenger.name,
      outcome: .silent
    )
    guard let digest = plan.digest else {
      // If another run saved its own meanwhile, that one had as little to tell.
      if deadline != nil { _ = try await stored.save(plan.settled, in: store) }
      return result.channels.append(told)
    }
    let rendered = texts.render(digest, mention: channel.route.mention)
    told.digest = rendered
    if let deadline {
      let (outcome, problems) = try await send(
        rendered,
        plan,
        to: channel,
        until: deadline,
        &stored
      )
      told.outcome = outcome
      result.problems += problems
    } else {
      told.outcome = .planned
      told.requests = channel.messenger.requests(for: rendered)
    }
    result.channels.append(told)
  }

  /// Sends a digest, if nobody else does: whoever saves the intent first.
  private func send(
    _ digest: RenderedDigest,
    _ plan: AnnouncementPlan,
    to channel: MessageChannel,
    until deadline: ContinuousClock.Instant,
    _ stored: inout StoredAnnouncements
  ) async throws(Problem) -> (MessagesResult.Channel.Outcome, [Problem]) {
    guard ContinuousClock.now < deadline else {
      let problem = "the time for messages is over; the next run tells what is new"
      return (.waiting, [channel.problem(problem)])
    }
    guard try await stored.save(plan.intended, in: store) else {
      return (.waiting, [channel.problem("another run tells what is new; it is left to that one")])
    }
    let delivery = await channel.messenger.deliver(digest)
    var problems = [delivery.problem].compactMap { $0 }
    do throws(Problem) {
      if let book = plan.book(after: delivery), try await !stored.save(book, in: store) {
        problems.append(
          channel.problem("another run wrote its book meanwhile; the outcome is not noted")
        )
      }
    } catch {
      problems.append(error)
    }
    return (delivery.outcome, problems)
  }
}

extension MessageChannel {
  fileprivate func problem(_ problem: String) -> Problem {
    Problem(file: messenger.name, place: route.name, problem: problem)
  }
}

extension AnnouncementPlan {
  /// The book after a delivery; nil if it stays as it was intended.
  fileprivate func book(after delivery: Delivery) -> AnnouncementBook? {
    switch delivery {
    case .delivered: settled
    case .refused, .postponed: untold
    case .uncertain: nil
    }
  }
}

extension Delivery {
  fileprivate var outcome: MessagesResult.Channel.Outcome {
    switch self {
    case .delivered: .delivered
    case .refused, .postponed: .waiting
    case .uncertain: .uncertain
    }
  }

  fileprivate var problem: Problem? {
    switch self {
    case .delivered(let problem): problem
    case .refused(let problem), .postponed(let problem), .uncertain(let problem): problem
    }
  }
}
