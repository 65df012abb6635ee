public import Actions
public import Findings

/// What came of telling what is new.
public struct MessagesResult: Sendable {
  /// One channel, and what it was told.
  public struct Channel: Sendable {
    /// What became of the digest.
    public enum Outcome: String, Sendable, Hashable {
      /// There was nothing to tell.
      case silent
      /// It is only planned.
      case planned
      /// It arrived.
      case delivered
      /// It did not arrive; the next run tells it together with its own news.
      case waiting
      /// Nobody knows whether it arrived; it is not told again.
      case uncertain
    }

    /// The route.
    public var route: String
    /// The messenger, as a person knows it.
    public var messenger: String
    /// What became of it.
    public var outcome: Outcome
    /// The digest; nil if there is nothing to tell.
    public var digest: RenderedDigest?
    /// What would be sent, where it is only planned.
    public var requests: [MessageRequest] = []
  }

  /// The channels, in the order of the configuration.
  public var channels: [Channel] = []
  /// What went wrong, sorted.
  public var problems: [Problem] = []
}
