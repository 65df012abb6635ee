public import Actions
public import Findings

/// A place where people keep tickets: Jira, GitLab, or another.
///
/// A tracker turns steps into requests and answers into outcomes. It decides nothing.
public protocol Tracker: Sendable {
  /// The place as a person knows it, such as `https://acme.atlassian.net`.
  var name: String { get }

  /// Proves that the credentials hold: some trackers answer a bad token with empty lists.
  func check() async throws(Problem)

  /// The issues as they are now, by id. Reads them by id, never through an index that may lag. An
  /// issue that could not be asked for is left out.
  func issues(_ references: [IssueReference]) async throws(Problem) -> [String: IssueState]

  /// The issues that bear a key, for every key; none for a key that nobody bears, as far as the
  /// tracker's index knows. Looks in projects, and wherever else a moved issue may be found.
  func issues(
    bearing keys: [TicketKey],
    in projects: [String]
  ) async throws(Problem) -> [TicketKey: [Issue]]

  /// Whether a comment on an issue has some words.
  func hasNote(_ marker: String, on issue: IssueReference) async throws(Problem) -> Bool

  /// An issue that is done, with who did it and when, where the tracker knows.
  func closed(_ issue: Issue) async throws(Problem) -> Issue

  /// The requests that carry out a step, as things stand: none if nothing is left to do.
  ///
  /// May ask the tracker (which fields a form has, which ways a workflow), but changes nothing.
  ///
  /// - Throws: Why there are none.
  func requests(for step: TicketStep) async throws(StepFailure) -> [TrackerRequest]

  /// Sends a request and says what came of it.
  func send(_ request: TrackerRequest) async -> StepOutcome
}

/// Why a step has no requests.
public struct StepFailure: Error, Sendable, Hashable {
  /// What has come of the step thereby; never `done`.
  public var outcome: StepOutcome

  /// A step that ends before it begins.
  public init(_ outcome: StepOutcome) {
    self.outcome = outcome
  }
}

/// One request that changes something.
public struct TrackerRequest: Sendable, Hashable {
  /// Such as `POST`.
  public var method: String
  /// The whole address.
  public var address: String
  /// What is sent, JSON in UTF-8.
  public var body: [UInt8]
  /// Whether sending it twice does what once does.
  public var isRepeatable: Bool
  /// Whether its answer names a new issue.
  public var makesIssue: Bool

  /// A request, which is neither repeatable nor makes an issue unless said otherwise.
  public init(
    method: String,
    address: String,
    body: [UInt8],
    isRepeatable: Bool = false,
    makesIssue: Bool = false
  ) {
    self.method = method
    self.address = address
    self.body = body
    self.isRepeatable = isRepeatable
    self.makesIssue = makesIssue
  }
}

extension Tracker {
  /// How many requests a step may take, a workflow's long ways included.
  private var longestWay: Int { 8 }

  /// Carries out a step.
  func perform(_ step: TicketStep) async -> StepOutcome {
    var last: StepOutcome = .done(nil)
    for _ in 0..<longestWay {
      let requests: [TrackerRequest]
      do throws(StepFailure) {
        requests = try await self.requests(for: step)
      } catch {
        return error.outcome
      }
      if requests.isEmpty { return last }
      for request in requests {
        last = await send(request)
        guard case .done = last else { return last }
      }
      // A workflow may need several moves, of which each shows only the next.
      guard step.isMove else { return last }
    }
    return .refused(Refusal(status: 0, reason: "more than \(longestWay) moves lead nowhere"))
  }
}

extension TicketStep {
  /// Whether it changes an issue's status.
  var isMove: Bool {
    switch self {
    case .close, .reopen: true
    case .create, .comment, .update, .link: false
    }
  }
}
