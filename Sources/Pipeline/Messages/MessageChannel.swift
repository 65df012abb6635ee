public import Actions

/// A route and the messenger that takes it.
public struct MessageChannel: Sendable {
  /// What is told.
  public var route: MessageRoute
  /// By whom.
  public var messenger: any Messenger

  /// A route with its messenger.
  public init(_ route: MessageRoute, by messenger: any Messenger) {
    self.route = route
    self.messenger = messenger
  }
}
