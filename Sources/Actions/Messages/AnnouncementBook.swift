public import Findings
public import Reconciliation

/// All that one route has been told, so that nothing is told twice and nothing is lost.
///
/// It changes only as a whole, when a digest has gone out or there is nothing to say. What a failed
/// delivery would have told is therefore still untold in the next run, and merges with its news.
public struct AnnouncementBook: Sendable, Hashable {
  /// What was last told of a finding.
  public struct Told: Sendable, Hashable {
    /// The worst severity it was told with since it was last opened.
    public var severity: Severity
    /// Whether it was open.
    public var isOpen: Bool

    /// A finding as it was told.
    public init(_ severity: Severity, isOpen: Bool = true) {
      self.severity = severity
      self.isOpen = isOpen
    }
  }

  /// What was told of one project; its first run counts as told, in silence.
  public struct Project: Sendable, Hashable {
    /// Findings by id.
    public var findings: [String: Told] = [:]
    /// The scans in trouble, each told once until it is over.
    public var scans: [Stream: ScanTrouble] = [:]

    /// A project of which nothing is worth telling.
    public init() {}
  }

  /// The route.
  public var route: String
  /// The moment of the ledger that was last told, or had nothing to tell; nil before the first.
  public var settledAt: Instant?
  /// What the route took then: what it took up later is no news.
  public var scope: MessageScope
  /// The projects that it knows, by name.
  public var projects: [String: Project] = [:]
  /// How many findings were open then in the route's projects and kinds of scanning.
  public var open = SeverityCounts()
  /// The moments of digests that were sent, and of which nobody knows whether they arrived; latest
  /// last.
  public var unconfirmed: [Instant] = []

  /// A book with nothing in it.
  public init(route: String, scope: MessageScope) {
    self.route = route
    self.scope = scope
  }
}
