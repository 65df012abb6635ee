/// What a tracker said when it was asked.
public struct TrackerReading: Sendable {
  /// The issues that were asked for, by id.
  public var issues: [String: IssueState] = [:]
  /// Of each comment that nobody had confirmed, whether it is there.
  public var notes: [TicketKey: Bool] = [:]
  /// The issues that bear a key, for each key that was looked for; none for one that nobody bears.
  public var found: [TicketKey: [Issue]] = [:]
  /// Whether it was asked right after this run's own steps: what changed since is our doing.
  public var followsSteps = false

  /// Nothing was asked.
  public init() {}
}
