/// A decision, made before this run saw the finding, to live with it.
///
/// A suppressed finding keeps its evidence and is shown; it never counts as open.
public struct Suppression: Sendable, Hashable {
  /// Who says so.
  public enum Source: String, Sendable {
    /// The scanner: an inline comment, an ignore file, a mute list.
    case scanner
    /// A tracker or a policy.
    case policy
  }

  /// Who says so.
  public var source: Source
  /// Why, in the words of whoever decided; nil when they gave none.
  public var justification: String?

  /// A decision and its reason.
  public init(source: Source = .scanner, justification: String? = nil) {
    self.source = source
    self.justification = justification
  }
}
