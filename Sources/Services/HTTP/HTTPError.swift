/// Why there is no answer.
///
/// It never holds a query, a header or a body: those may carry secrets.
public struct HTTPError: Error, Sendable, Hashable {
  /// What kind of failure, as far as anybody acts on it.
  public enum Kind: Sendable, Hashable {
    /// No connection came about: the request was not sent.
    case notConnected
    /// The connection broke, or took too long: the request may have been carried out.
    case interrupted
    /// The other side is not who it should be, or cannot be checked.
    case untrusted
    /// The answer is larger than allowed.
    case tooLarge
    /// Nobody waits for the answer any more.
    case cancelled
    /// The request cannot be sent as it is.
    case invalid
  }

  /// What kind of failure.
  public var kind: Kind
  /// The host, with its port.
  public var host: String
  /// What happened, one sentence without a full stop.
  public var sentence: String
}
