/// What came of a step.
public enum StepOutcome: Sendable, Hashable {
  /// It was done; a new issue comes with its reference.
  case done(IssueReference?)
  /// It was refused, and would be refused again.
  case refused(Refusal)
  /// It was not done, and may be tried in the next run; the reason.
  case postponed(String)
  /// Nobody knows whether it was done; the reason.
  case uncertain(String)
}

/// Why a tracker refuses.
public struct Refusal: Sendable, Hashable {
  /// The status of the answer, such as 400; 0 where there was none to send.
  public var status: Int
  /// The field that is wrong, as the tracker names it.
  public var field: String?
  /// The tracker's words, bounded.
  public var reason: String

  /// A refusal.
  public init(status: Int, field: String? = nil, reason: String) {
    self.status = status
    self.field = field
    self.reason = reason
  }

  /// Whether it is about who asks, and says nothing of the step.
  public var isAboutAccount: Bool { status == 401 || status == 403 }
}
