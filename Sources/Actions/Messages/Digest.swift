public import Findings
public import Reconciliation

/// What a route is told at once: everything that changed since it was last told something.
public struct Digest: Sendable {
  /// Why a finding is listed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Nobody has heard of it.
    case new
    /// It is worse than it was when it was told.
    case worsened
    /// It was told as closed, and is open again.
    case reopened
    /// A complete scan no longer shows it.
    case fixed
    /// It is gone, and nobody has proved that it is fixed.
    case removed
    /// Somebody decided to live with it.
    case accepted
  }

  /// A finding, and what is told of it.
  public struct Item: Sendable {
    /// Why it is listed.
    public var kind: Kind
    /// The finding as it is now.
    public var entry: Entry
    /// The severity it had before, if it is worse now and that is known.
    public var before: Severity?
  }

  /// A scan that proves nothing.
  public struct ScanItem: Sendable {
    /// Why.
    public var trouble: ScanTrouble
    /// The scan.
    public var scan: Scan
  }

  /// The route it is for.
  public var route: String
  /// The moment of the ledger it tells of.
  public var moment: Instant
  /// The moment since which it tells; nil if nothing was told before.
  public var since: Instant?
  /// What is new, worse or open again, the worst first.
  public var findings: [Item] = []
  /// What is fixed, removed or accepted, the worst first.
  public var closed: [Item] = []
  /// The scans newly in trouble, the worst first.
  public var scans: [ScanItem] = []
  /// How many findings are open in the route's projects and kinds of scanning.
  public var open = SeverityCounts()
  /// How many were when it was last told something; nil if the numbers do not compare.
  public var openBefore: SeverityCounts?
  /// How many projects are seen for the first time; their findings are no news.
  public var newProjects = 0
  /// What this run did about tickets.
  public var tickets: TicketSummary?
  /// The moments of earlier digests that may not have arrived.
  public var mayBeMissing: [Instant] = []

  /// A digest with nothing in it yet.
  init(route: String, moment: Instant, since: Instant?) {
    self.route = route
    self.moment = moment
    self.since = since
  }

  /// Whether anything happened that deserves a message.
  public var isNews: Bool { !findings.isEmpty || !closed.isEmpty || !scans.isEmpty }

  /// How many findings of a kind there are, by severity.
  public func count(_ kind: Kind) -> SeverityCounts {
    var counts = SeverityCounts()
    for list in [findings, closed] {
      for index in list.indices where list[index].kind == kind {
        counts[list[index].entry.finding.severity] += 1
      }
    }
    return counts
  }

  /// Whether something critical is among what is new, worse or open again.
  public var isCritical: Bool { findings.contains { $0.entry.finding.severity == .critical } }
}

/// What one run did about tickets.
public struct TicketSummary: Sendable, Hashable {
  /// How many steps were carried out, by their verb.
  public var done: [String: Int]
  /// How many steps are left for the next run.
  public var pending: Int

  /// The summary of a report; nil if it did nothing and leaves nothing.
  public init?(_ report: TicketReport) {
    guard report.isApplied else { return nil }
    done = report.done.filter { $0.value > 0 }
    pending = report.pending.values.reduce(0, +)
    if done.isEmpty, pending == 0 { return nil }
  }
}
