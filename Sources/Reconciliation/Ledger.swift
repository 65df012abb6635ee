public import Findings

/// What is known at the end of a run: every project's scans and findings, and what changed.
public struct Ledger: Sendable {
  /// The run's moment.
  public var moment: Instant
  /// The moment of the run it was compared with; nil for a first run.
  public var previous: Instant?
  /// The moments of all runs, oldest first, this one last.
  public var runs: [Instant]
  /// The projects, sorted by name.
  public var projects: [ProjectLedger]
  /// The name of the saved snapshot: the SHA-256 of its record; empty when it was not saved.
  public var snapshot: String

  /// A ledger of a run.
  public init(
    moment: Instant,
    previous: Instant?,
    runs: [Instant],
    projects: [ProjectLedger],
    snapshot: String = ""
  ) {
    self.moment = moment
    self.previous = previous
    self.runs = runs
    self.projects = projects
    self.snapshot = snapshot
  }
}

/// One project's part of the ledger.
public struct ProjectLedger: Sendable, Hashable {
  /// The project's name.
  public var name: String
  /// Whether this run is the first to see it: its findings are the baseline, not news.
  public var isBaseline: Bool
  /// Its scans, sorted by stream.
  public var scans: [Scan]
  /// Its findings, sorted by id, closed ones included.
  public var entries: [Entry]
  /// How its totals changed, oldest first: one point for each run that changed them.
  public var trend: [TrendPoint]

  /// A project's scans, findings and trend.
  public init(
    name: String,
    isBaseline: Bool,
    scans: [Scan],
    entries: [Entry],
    trend: [TrendPoint]
  ) {
    self.name = name
    self.isBaseline = isBaseline
    self.scans = scans
    self.entries = entries
    self.trend = trend
  }
}

/// A project's totals after one run; they hold until the next point.
public struct TrendPoint: Sendable, Hashable {
  /// The run's moment.
  public var at: Instant
  /// Findings that count as open, by severity.
  public var open: SeverityCounts
  /// Of them, those no scan confirms at the moment.
  public var unknown: Int
  /// Findings that somebody decided to live with.
  public var suppressed: Int
  /// New and reopened in this run.
  public var opened: Int
  /// Fixed and removed in this run.
  public var closed: Int

  /// Totals at a moment.
  public init(
    at: Instant,
    open: SeverityCounts,
    unknown: Int,
    suppressed: Int,
    opened: Int,
    closed: Int
  ) {
    self.at = at
    self.open = open
    self.unknown = unknown
    self.suppressed = suppressed
    self.opened = opened
    self.closed = closed
  }
}
