/// How long things are remembered, and how hard to look for what moved.
public struct ReconcileOptions: Sendable, Hashable {
  /// Within how many days a finding that comes back is the old one, reopened.
  public var reopenWithinDays: Int
  /// For how many days a closed finding is kept.
  public var keepClosedDays: Int
  /// How many pairs of findings with the same key are compared at most; above that only exact
  /// matches are joined.
  public var pairLimit: Int
  /// Rules that were renamed.
  public var aliases: RuleAliases

  /// The defaults: 90 days, 400 days, 40,000 pairs, no aliases.
  public init(
    reopenWithinDays: Int = 90,
    keepClosedDays: Int = 400,
    pairLimit: Int = 40_000,
    aliases: RuleAliases = RuleAliases()
  ) {
    self.reopenWithinDays = reopenWithinDays
    self.keepClosedDays = keepClosedDays
    self.pairLimit = pairLimit
    self.aliases = aliases
  }
}
