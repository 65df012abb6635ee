public import Actions
public import Findings

/// A place where people read digests: a channel, or a program that passes them on.
///
/// A messenger turns a digest into requests and answers into outcomes. It decides nothing, and none
/// of its texts holds a secret: an address that is one is shown by its host.
public protocol Messenger: Sendable {
  /// The place as a person knows it, such as `Slack, hooks.slack.com`.
  var name: String { get }

  /// What would be sent, for a person to look at.
  func requests(for digest: RenderedDigest) -> [MessageRequest]

  /// Sends a digest, once.
  func deliver(_ digest: RenderedDigest) async -> Delivery
}

/// One request that would be sent.
public struct MessageRequest: Sendable, Hashable {
  /// Such as `POST`.
  public var method: String
  /// The address without what is secret.
  public var address: String
  /// The very bytes of the body, JSON in UTF-8.
  public var body: [UInt8]

  /// A request.
  public init(method: String = "POST", address: String, body: [UInt8]) {
    self.method = method
    self.address = address
    self.body = body
  }
}

/// What came of sending a digest.
public enum Delivery: Sendable, Hashable {
  /// It arrived; and what of its details did not, if anything.
  case delivered(Problem?)
  /// It was refused, and will be until somebody does something.
  case refused(Problem)
  /// It could not be sent now.
  case postponed(Problem)
  /// It was sent, and nobody knows whether it arrived.
  case uncertain(Problem)
}
