import Actions
import Findings
import Pipeline
import Synchronization

/// A tracker in memory, whose answers get lost when it is told so, and in which people do as they
/// please.
final class MemoryTracker: Tracker {
  /// What becomes of the next request.
  enum Fate: CaseIterable {
    case answered
    /// Carried out, but nobody hears of it.
    case answerLost
    /// Not carried out, and nobody knows.
    case requestLost
    case busy
  }

  struct Record {
    var issue: Issue
    var comments: [String] = []
    /// Whether the index of the search knows it.
    var isIndexed = true
    var isDeleted = false
    var links: [String] = []
    var reopenings = 0
  }

  struct State {
    var records: [String: Record] = [:]
    var sent = 0
    var fates: [Fate] = []
    /// Whether new issues are indexed at once.
    var indexes = true
    /// Whether the workflow has a way to done, and one back.
    var hasWayToDone = true
    var hasWayBack = true
    var now = Instant(seconds: 0)
    /// The steps that were turned into requests.
    var pending: [TicketStep] = []
    /// What happens, once, before a request is carried out.
    var beforeSending: (@Sendable () async -> Void)?
  }

  let name = "memory tracker"
  let state = Mutex(State())

  func check() async throws(Problem) {}

  func issues(_ references: [IssueReference]) async throws(Problem) -> [String: IssueState] {
    state.withLock { state in
      var found: [String: IssueState] = [:]
      for reference in references {
        let record = state.records[reference.id]
        found[reference.id] =
          record.flatMap { $0.isDeleted ? nil : .there($0.issue) } ?? .missing("not found")
      }
      return found
    }
  }

  func issues(
    bearing keys: [TicketKey],
    in projects: [String]
  ) async throws(Problem) -> [TicketKey: [Issue]] {
    state.withLock { state in
      let visible = state.records.values.filter { $0.isIndexed && !$0.isDeleted }.map(\.issue)
      return Dictionary(
        keys.map { key in (key, visible.filter { $0.labels.contains(key.label) }) }
      ) { first, _ in first }
    }
  }

  func hasNote(_ marker: String, on issue: IssueReference) async throws(Problem) -> Bool {
    state.withLock { state in
      state.records[issue.id]?.comments.contains { $0.contains(marker) } ?? false
    }
  }

  func closed(_ issue: Issue) async throws(Problem) -> Issue { issue }

  /// One request a step; its body says in words what it does.
  func requests(for step: TicketStep) async throws(StepFailure) -> [TrackerRequest] {
    let (phase, hasWay) = state.withLock { state in
      let phase = step.issue.flatMap { state.records[$0.id]?.issue.phase }
      if case .close = step { return (phase, state.hasWayToDone) }
      return (phase, state.hasWayBack)
    }
    switch step {
    case .close, .reopen:
      var isClosing = false
      if case .close = step { isClosing = true }
      if (phase == .done) == isClosing { return [] }
      guard hasWay else {
        throw StepFailure(.refused(Refusal(status: 0, reason: "no way")))
      }
    case .create, .comment, .update, .link: break
    }
    let number = state.withLock { state in
      state.pending.append(step)
      return state.pending.count - 1
    }
    return [
      TrackerRequest(method: "POST", address: "memory:\(number)", body: Array("\(number)".utf8))
    ]
  }

  func send(_ request: TrackerRequest) async -> StepOutcome {
    let hook = state.withLock { state in
      defer { state.beforeSending = nil }
      return state.beforeSending
    }
    await hook?()
    return state.withLock { state in
      state.sent += 1
      let fate = state.fates.isEmpty ? .answered : state.fates.removeFirst()
      if fate == .requestLost { return .uncertain("no answer") }
      if fate == .busy { return .postponed("busy") }
      guard let number = Int(String(decoding: request.body, as: UTF8.self)) else {
        return .refused(Refusal(status: 400, reason: "no number"))
      }
      let reference = state.carryOut(state.pending[number])
      return fate == .answerLost ? .uncertain("no answer") : .done(reference)
    }
  }
}

extension MemoryTracker.State {
  fileprivate mutating func carryOut(_ step: TicketStep) -> IssueReference? {
    switch step {
    case .create(let draft):
      let id = "\(records.count + 1)"
      let reference = IssueReference(id: id, key: "MEM-\(id)", url: "https://memory.example/\(id)")
      var issue = Issue(
        reference: reference,
        status: "To Do",
        phase: .new,
        labels: draft.labels,
        priority: draft.fields.priority,
        due: draft.fields.due
      )
      issue.createdAt = now
      records[id] = MemoryTracker.Record(issue: issue, isIndexed: indexes)
      return reference
    case .comment(let issue, let note): records[issue.id]?.comments.append(note.text)
    case .update(let issue, let fields):
      if let priority = fields.priority { records[issue.id]?.issue.priority = priority }
      if let due = fields.due { records[issue.id]?.issue.due = due }
    case .close(let issue, _, _): move(issue.id, to: .done, resolution: "Done")
    case .reopen(let issue, _):
      records[issue.id]?.reopenings += 1
      move(issue.id, to: .new, resolution: nil)
    case .link(let issue, let other, _): records[issue.id]?.links.append(other.id)
    }
    return nil
  }

  /// Moves an issue, as a person or a request does.
  mutating func move(_ id: String, to phase: Issue.Phase, resolution: String?) {
    guard let before = records[id]?.issue.phase, before != phase else { return }
    records[id]?.issue.phase = phase
    records[id]?.issue.status = phase == .done ? "Done" : "To Do"
    records[id]?.issue.resolution = resolution
    records[id]?.issue.closedAt = phase == .done ? now : nil
    records[id]?.issue.updatedAt = now
  }
}
