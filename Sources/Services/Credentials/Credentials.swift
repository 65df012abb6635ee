public import Findings

/// An access key of AWS or of a server that signs the same way.
public struct Credentials: Sendable, Hashable {
  /// The key's public name.
  public var accessKey: String
  /// What requests are signed with; never shown.
  public var secretKey: String
  /// Goes with a temporary key; never shown.
  public var sessionToken: String?
  /// When a temporary key ends.
  public var expiration: Instant?

  /// A key, for good unless it says otherwise.
  public init(
    accessKey: String,
    secretKey: String,
    sessionToken: String? = nil,
    expiration: Instant? = nil
  ) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.sessionToken = sessionToken
    self.expiration = expiration
  }
}

extension Credentials: CustomStringConvertible, CustomReflectable {
  /// Nothing that a log should not hold.
  public var description: String { "Credentials(\(accessKey.prefix(4))…)" }

  /// Nothing that a log should not hold.
  public var customMirror: Mirror {
    Mirror(self, children: ["accessKey": "\(accessKey.prefix(4))…"])
  }
}
