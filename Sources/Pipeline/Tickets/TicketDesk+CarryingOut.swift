internal import Actions
internal import Findings
internal import Reconciliation

// Carrying out: the book learns of what is about to be sent before it is sent, and of the outcome
// after it. Whoever saves the intent first may send; another run that meant to do the same cannot
// save, and leaves it.
extension TicketDesk {
  /// How many steps share one saving of the book.
  private static let batch = 25

  /// Carries out a plan, project by project.
  mutating func carryOut(_ plan: TicketPlan) async throws(Problem) {
    var breaker = Breaker()
    var count = 0
    for index in situations.indices {
      let project = situations[index].ledger.name
      var steps = plan.steps.filter { $0.project == project }[...]
      while !steps.isEmpty {
        let batch = steps.prefix(Self.batch)
        steps = steps.dropFirst(Self.batch)
        guard try await carryOut(batch, of: index, &breaker) else { break }
        count += batch.count
        tickets.observer.advances(.tickets, done: count, of: plan.steps.count)
      }
      books[index].book = situations[index].book
      if try await !books[index].save(in: tickets.store) { giveWay(project) }
    }
  }

  /// Carries out some steps of one project.
  ///
  /// - Returns: Whether the project's other steps may follow.
  private mutating func carryOut(
    _ batch: ArraySlice<PlannedStep>,
    of index: Int,
    _ breaker: inout Breaker
  ) async throws(Problem) -> Bool {
    let project = situations[index].ledger.name
    let steps = batch.filter { !breaker.refuses($0.step, in: destination(of: $0, index)) }
    guard !steps.isEmpty else { return true }
    guard ContinuousClock.now < tickets.deadline else {
      say(project, "the time for tickets is over; the next run does what is left")
      return false
    }
    let before = situations[index].book
    for step in steps { situations[index].book.intend(step, at: moment) }
    books[index].book = situations[index].book
    guard try await books[index].save(in: tickets.store) else {
      situations[index].book = before
      giveWay(project)
      return false
    }
    var outcomes: [(PlannedStep, StepOutcome)] = []
    for step in steps {
      let outcome = await outcome(of: step, in: index, breaker)
      outcomes.append((step, outcome))
      notice(outcome, of: step, in: destination(of: step, index), &breaker)
    }
    try await save(outcomes, of: index)
    return true
  }

  private mutating func outcome(
    of step: PlannedStep,
    in index: Int,
    _ breaker: Breaker
  ) async -> StepOutcome {
    guard ContinuousClock.now < tickets.deadline else {
      return .postponed("the time for tickets is over")
    }
    guard !breaker.refuses(step.step, in: destination(of: step, index)) else {
      return .postponed("the tracker refused the same before")
    }
    // An issue is not moved without having been told why.
    guard !step.step.isMove || !untold.contains(step.key) else {
      return .postponed("its comment was not written")
    }
    let outcome = await tickets.tracker.perform(step.step)
    if case .comment = step.step {
      if case .done = outcome {} else { untold.insert(step.key) }
    }
    return outcome
  }

  private mutating func notice(
    _ outcome: StepOutcome,
    of step: PlannedStep,
    in destination: String,
    _ breaker: inout Breaker
  ) {
    let stop = breaker.notice(outcome, of: step.step, in: destination)
    if let stop { say(destination, stop) }
    switch outcome {
    case .done: done.insert(step)
    case .refused where stop == nil: say(name(of: step), "refused: \(outcome.sentence)")
    case .refused, .postponed: break
    case .uncertain(let reason):
      say(
        name(of: step),
        "nobody knows whether to \(step.step.verb) worked: \(reason)",
        hint: "the next run looks for it before it does anything again"
      )
    }
  }

  /// Saves what came of steps; if another run saved meanwhile, on top of what that one knows.
  private mutating func save(
    _ outcomes: [(PlannedStep, StepOutcome)],
    of index: Int
  ) async throws(Problem) {
    for _ in 0..<5 {
      for (step, outcome) in outcomes {
        situations[index].book.record(outcome, of: step, at: moment)
      }
      books[index].book = situations[index].book
      if try await books[index].save(in: tickets.store) { return }
      let project = situations[index].ledger.name
      books[index] = try await StoredBook(of: project, in: tickets.store, at: moment)
      situations[index].book = books[index].book
    }
    say(situations[index].ledger.name, "another run keeps writing the book of tickets")
  }

  /// Looks at the issues that were changed, for the report.
  mutating func readAgain(_ plan: TicketPlan) async {
    let touched = Set(plan.steps.map(\.key))
    let references = situations.flatMap { situation in
      situation.book.tickets.values.filter { touched.contains($0.key) }.compactMap(\.issue)
    }
    guard !references.isEmpty else { return }
    do throws(Problem) {
      var reading = TrackerReading()
      reading.issues = try await tickets.tracker.issues(references)
      reading.followsSteps = true
      for index in situations.indices {
        situations[index].learn(reading, policy: tickets.policy, at: moment)
        books[index].book = situations[index].book
        // Whatever another run knows by now is newer.
        _ = try await books[index].save(in: tickets.store)
      }
    } catch {
      problems.append(error)
    }
  }

  private mutating func giveWay(_ project: String) {
    say(project, "another run is keeping the tickets of this project; they are left to it")
  }

  private mutating func say(_ place: String, _ problem: String, hint: String? = nil) {
    problems.append(
      Problem(file: tickets.tracker.name, place: place, problem: problem, hint: hint)
    )
  }

  private func name(of step: PlannedStep) -> String {
    step.step.issue?.key ?? "\(step.project), \(step.step.draft?.title ?? step.key.label)"
  }

  private func destination(of step: PlannedStep, _ index: Int) -> String {
    step.step.draft?.destination.project
      ?? situations[index].book.tickets[step.key]?.destination ?? step.project
  }
}
