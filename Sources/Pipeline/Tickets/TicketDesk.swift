internal import Actions
internal import Findings
internal import Reconciliation

/// The tickets of one run while they are kept: each project's findings, its book, and what came of
/// the steps.
struct TicketDesk: Sendable {
  let tickets: Tickets
  let moment: Instant
  let planner: TicketPlanner
  /// The books, in the order of the situations.
  var books: [StoredBook]
  var situations: [TicketSituation]
  var problems: [Problem] = []
  var done: Set<PlannedStep> = []
  /// The tickets whose comment was not written in this run.
  var untold: Set<TicketKey> = []
  /// The keys that the tracker was asked for in this run.
  private var searched: Set<TicketKey> = []

  /// Reads the books of all projects.
  init(_ tickets: Tickets, _ ledger: Ledger, at moment: Instant) async throws(Problem) {
    let books = try await ledger.projects.concurrentMap { (project) throws(Problem) in
      try await StoredBook(of: project.name, in: tickets.store, at: moment)
    }
    self.tickets = tickets
    self.moment = moment
    self.books = books
    planner = TicketPlanner(policy: tickets.policy, texts: tickets.texts, moment: moment)
    situations = zip(ledger.projects, books).map { project, book in
      TicketSituation(ledger: project, book: book.book, policy: tickets.policy)
    }
  }

  /// Whether nothing is remembered.
  var isEmpty: Bool { books.allSatisfy { $0.stored == nil } }

  /// Asks the tracker how our issues stand, and for what an earlier run left unconfirmed.
  mutating func read() async throws(Problem) {
    let all = situations.flatMap(\.book.tickets.values)
    var reading = TrackerReading()
    reading.issues = try await tickets.tracker.issues(all.compactMap(\.issue))
    try checkVisible(reading.issues)
    for ticket in all {
      guard let issue = ticket.issue, let note = ticket.unconfirmed else { continue }
      reading.notes[ticket.key] = try await tickets.tracker.hasNote(note.marker, on: issue)
    }
    for ticket in all {
      guard case .there(let issue) = ticket.issue.flatMap({ reading.issues[$0.id] }),
        issue.phase == .done, issue.closedBy == nil, ticket.seen?.ends(like: issue) != true
      else { continue }
      reading.issues[issue.reference.id] = .there(try await tickets.tracker.closed(issue))
    }
    let unresolved = all.filter { $0.issue == nil && $0.attemptedAt != nil }.map(\.key)
    reading.found = try await search(unresolved)
    learn(reading)
  }

  /// A tracker that shows none of many issues has lost them, or hides them: that is no news about
  /// tickets.
  private func checkVisible(_ issues: [String: IssueState]) throws(Problem) {
    let missing = issues.values.filter { state in
      if case .missing = state { true } else { false }
    }
    guard missing.count >= 3, missing.count == issues.count else { return }
    throw Problem(
      file: tickets.tracker.name,
      problem: "shows none of the \(issues.count) issues it had",
      hint: "has the account lost its permission to browse the projects?"
    )
  }

  private mutating func search(
    _ keys: [TicketKey]
  ) async throws(Problem) -> [TicketKey: [Issue]] {
    guard !keys.isEmpty else { return [:] }
    searched.formUnion(keys)
    let projects = Set(tickets.policy.routes.map(\.destination.project)).sorted()
    return try await tickets.tracker.issues(bearing: keys, in: projects)
  }

  private mutating func learn(_ reading: TrackerReading, drafts: [PlannedStep] = []) {
    for index in situations.indices {
      let name = situations[index].ledger.name
      situations[index].learn(
        reading,
        drafts: drafts.filter { $0.project == name }.compactMap(\.step.draft),
        policy: tickets.policy,
        at: moment
      )
    }
  }

  /// Plans, and looks in the tracker for every ticket that is about to be made: somebody may have
  /// lost the book.
  mutating func plan() async throws(Problem) -> TicketPlan {
    try await adoptAll()
    while true {
      let plan = planner.plan(situations)
      let fresh = plan.steps.filter { $0.step.draft != nil && !searched.contains($0.key) }
      guard !fresh.isEmpty else { return plan }
      var reading = TrackerReading()
      reading.found = try await search(fresh.map(\.key))
      learn(reading, drafts: fresh)
    }
  }

  /// Where no book is, takes over the issues that bear the keys of what would deserve one.
  private mutating func adoptAll() async throws(Problem) {
    let fresh = books.indices.filter { books[$0].stored == nil }.map { situations[$0] }
    guard !fresh.isEmpty else { return }
    var everything = tickets.policy
    everything.backfill = .max
    everything.mostPerRun = .max
    let planner = TicketPlanner(policy: everything, texts: tickets.texts, moment: moment)
    let drafts = planner.plan(fresh).steps.filter { $0.step.draft != nil }
    var reading = TrackerReading()
    reading.found = try await search(drafts.map(\.key))
    learn(reading, drafts: drafts)
  }

  /// What came of it all.
  func result(of plan: TicketPlan, isApplied: Bool) async -> TicketsResult {
    let report = report(of: plan, isApplied: isApplied, isCurrent: true)
    var requests: [PlannedRequests] = []
    if !isApplied {
      for planned in plan.steps { requests.append(await self.requests(for: planned)) }
    }
    return TicketsResult(report: report, plan: requests, problems: problems.sorted())
  }

  /// How the tickets stand, for the dashboards.
  func report(of plan: TicketPlan, isApplied: Bool, isCurrent: Bool) -> TicketReport {
    var report = TicketReport(
      tracker: tickets.tracker.name,
      asOf: moment,
      isApplied: isApplied,
      situations: situations,
      plan: plan,
      done: done
    )
    report.isCurrent = isCurrent
    return report
  }

  private func requests(for planned: PlannedStep) async -> PlannedRequests {
    do throws(StepFailure) {
      let requests = try await tickets.tracker.requests(for: planned.step)
      return PlannedRequests(planned: planned, requests: requests)
    } catch {
      return PlannedRequests(planned: planned, requests: [], obstacle: error.outcome.sentence)
    }
  }
}

extension StepOutcome {
  /// What came of it, in words.
  var sentence: String {
    switch self {
    case .done: "done"
    case .refused(let refusal):
      refusal.field.map { "the field \"\($0)\": \(refusal.reason)" } ?? refusal.reason
    case .postponed(let reason), .uncertain(let reason): reason
    }
  }
}
