public import Findings
internal import Reconciliation

/// Compares findings and tickets, and says what is to be done; a pure function of both.
///
/// Nothing in it depends on what the run before did or failed to do: whatever differs between what
/// the findings say and what the issues have been told is a step. So a run repairs what an earlier
/// one left half done, and one after a run that did everything has nothing to do.
public struct TicketPlanner: Sendable {
  let policy: TicketPolicy
  let texts: TicketTexts
  let moment: Instant

  /// A planner for a run.
  public init(policy: TicketPolicy, texts: TicketTexts, moment: Instant) {
    self.policy = policy
    self.texts = texts
    self.moment = moment
  }

  /// What is to be done about all projects.
  public func plan(_ situations: [TicketSituation]) -> TicketPlan {
    var plan = TicketPlan()
    var candidates: [Candidate] = []
    var followUps: [PlannedStep] = []
    for (number, situation) in situations.enumerated() {
      let latest = situation.book.latest
      var absences: [String: Absence] = [:]
      for subject in situation.subjects {
        let facts = TicketFacts(of: subject.members)
        let ticket = latest[subject.name]
        if let ticket, !mayFollow(ticket, facts) {
          followUps += steps(for: ticket, about: subject, facts, in: situation)
          if ticket.issue == nil { absences[subject.name] = .awaited }
          continue
        }
        guard facts.state == .open else { continue }
        switch candidate(subject, after: ticket, facts, in: situation, number) {
        case .success(let candidate): candidates.append(candidate)
        case .failure(let absence): absences[subject.name] = absence
        }
      }
      plan.absences[situation.ledger.name] = absences
    }
    let chosen = choose(candidates)
    for candidate in candidates where !chosen.contains(where: { $0.isSame(as: candidate) }) {
      plan.absences[candidate.subject.project]?[candidate.subject.name] =
        candidate.isNews ? .overLimit : .baseline
    }
    plan.steps =
      chosen.map { create($0, in: situations[$0.situation]) } + followUps
    return plan
  }

  /// Whether a ticket is closed for good, so that its subject's return is worth a new one.
  private func mayFollow(_ ticket: Ticket, _ facts: TicketFacts) -> Bool {
    // A request that was not carried out, as far as the tracker can tell, is made again.
    if ticket.issue == nil { return ticket.attemptedAt == nil }
    guard facts.state == .open, ticket.decision == nil, ticket.missing == nil,
      ticket.seen?.phase == .done, let closedAt = ticket.closedAt
    else { return false }
    return closedAt.seconds + Int64(policy.reopenWithinDays) * 86_400 < moment.seconds
  }
}

// Opening tickets.
extension TicketPlanner {
  /// A subject that deserves a ticket it does not have.
  struct Candidate {
    var situation: Int
    var subject: Subject
    var facts: TicketFacts
    /// Which ticket about the subject it will be.
    var generation: Int
    /// Whether it is more than a part of the baseline.
    var isNews: Bool

    func isSame(as other: Candidate) -> Bool {
      subject.project == other.subject.project && subject.name == other.subject.name
    }

    /// The worst first, then the oldest.
    func comes(before other: Candidate) -> Bool {
      if facts.severity != other.facts.severity { return facts.severity < other.facts.severity }
      let age = subject.firstSeen?.seconds ?? .max
      let otherAge = other.subject.firstSeen?.seconds ?? .max
      if age != otherAge { return age < otherAge }
      return (subject.project, subject.name) < (other.subject.project, other.subject.name)
    }
  }

  private enum Candidacy {
    case success(Candidate)
    case failure(Absence)
  }

  private func candidate(
    _ subject: Subject,
    after previous: Ticket?,
    _ facts: TicketFacts,
    in situation: TicketSituation,
    _ number: Int
  ) -> Candidacy {
    let route = subject.members.first.flatMap { policy.route(of: $0.stream) }
    guard let route, route.grouping.subject(of: subject.members[0]) == subject.name else {
      return .failure(.noRoute)
    }
    let severe = subject.open.filter {
      $0.finding.severity != .unknown && $0.finding.severity <= route.severity
    }
    guard !severe.isEmpty else { return .failure(.belowSeverity) }
    guard severe.contains(where: { $0.state == .open }) else { return .failure(.unconfirmed) }
    let start = situation.book.startedAt
    let isNews = previous != nil || severe.contains { $0.lastNews > start }
    return .success(
      Candidate(
        situation: number,
        subject: subject,
        facts: facts,
        generation: previous.map { $0.issue == nil ? $0.generation : $0.generation + 1 } ?? 0,
        isNews: isNews
      )
    )
  }

  /// As many as the run may open, of the baseline as many as it is to go back for.
  private func choose(_ candidates: [Candidate]) -> [Candidate] {
    let ordered = candidates.sorted { $0.comes(before: $1) }
    let news = ordered.filter(\.isNews).prefix(policy.mostPerRun)
    return Array(news) + ordered.filter { !$0.isNews }.prefix(policy.backfill)
  }

  private func create(_ candidate: Candidate, in situation: TicketSituation) -> PlannedStep {
    let subject = candidate.subject
    let generation = candidate.generation
    let key = TicketKey(project: subject.project, subject: subject.name, generation: generation)
    let previous = situation.book.ticket(before: generation, about: subject.name)
    let draft = TicketDraft(
      key: key,
      subject: subject.name,
      generation: generation,
      destination: subject.route.destination,
      title: texts.title(of: subject),
      text: texts.description(of: subject, after: previous, in: situation.ledger),
      labels: Labels.all(for: subject, key: key),
      fields: fields(for: subject, candidate.facts),
      facts: candidate.facts
    )
    let reason =
      previous?.issue.map { "found again long after \($0.key) was closed" }
      ?? (candidate.isNews ? "new" : "of the baseline")
    return PlannedStep(
      project: subject.project,
      key: key,
      step: .create(draft),
      reason: "\(candidate.facts.severity.rawValue), \(reason)"
    )
  }

  /// What the fields of an issue should say.
  func fields(for subject: Subject, _ facts: TicketFacts) -> IssueFields {
    let due = subject.route.dueDays[facts.severity].flatMap { days in
      subject.firstSeen.map { Instant(seconds: $0.seconds + Int64(days) * 86_400).date }
    }
    return IssueFields(priority: subject.route.priorities[facts.severity], due: due)
  }
}

extension Entry {
  /// When it last became worth a ticket: when it was found, came back, or grew more severe.
  var lastNews: Instant {
    let news = history.filter { event in
      event.change == .new || event.change == .reopened
        || (event.change == .changed && event.note.contains("severity: "))
    }
    return max(firstSeen, news.map(\.at).max() ?? firstSeen)
  }
}
