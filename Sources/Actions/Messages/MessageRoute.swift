/// What one channel hears.
public struct MessageRoute: Sendable, Hashable {
  /// Its name, the same run after run: what it was told is remembered under it.
  public var name: String
  /// What it hears of.
  public var scope: MessageScope
  /// Whether it hears nothing when there is nothing new; else one line.
  public var isQuiet: Bool
  /// Who is called when something critical is new; nobody, if nil.
  public var mention: SlackMention?
  /// After how many days without a new report a scan is stale.
  public var staleAfterDays: Int

  /// A route, silent when nothing is new, unless told otherwise.
  public init(
    name: String,
    scope: MessageScope = MessageScope(),
    isQuiet: Bool = true,
    mention: SlackMention? = nil,
    staleAfterDays: Int = 7
  ) {
    self.name = name
    self.scope = scope
    self.isQuiet = isQuiet
    self.mention = mention
    self.staleAfterDays = staleAfterDays
  }
}
