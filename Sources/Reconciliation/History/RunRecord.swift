public import Findings

/// One run in the history: what it left of each project, and all runs before it.
///
/// Each record names its predecessors by their digests, and the snapshots it left by theirs: nothing
/// in the history can be altered without the records after it telling.
public struct RunRecord: Sendable, Hashable {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The run's moment.
  public var moment: Instant
  /// The version of Vigil that ran.
  public var tool: String
  /// The names of all runs before, oldest first; the last is the one this was compared with.
  public var history: [RunName]
  /// The SHA-256 of the configuration in force, in lower-case hex.
  public var configuration: String
  /// What there is in all projects together.
  public var totals: Totals
  /// The projects, sorted by name.
  public var projects: [ProjectRecord]

  /// A run's record.
  public init(
    moment: Instant,
    tool: String,
    history: [RunName],
    configuration: String,
    totals: Totals,
    projects: [ProjectRecord]
  ) {
    self.moment = moment
    self.tool = tool
    self.history = history
    self.configuration = configuration
    self.totals = totals
    self.projects = projects
  }

  /// The run that this one was compared with; nil for the first.
  public var parent: RunName? { history.last }

  /// Whether this record continues another, the one with this name: it lists the other's history and
  /// then the other.
  public func continues(_ parent: RunRecord, named name: RunName) -> Bool {
    history == parent.history + [name]
  }
}

/// What a run left of one project.
public struct ProjectRecord: Sendable, Hashable {
  /// The project's name.
  public var name: String
  /// The key of its snapshot, relative to the history's root.
  public var key: String
  /// The SHA-256 of the snapshot before packing, in lower-case hex.
  public var sha256: String
  /// The packed snapshot's size in bytes.
  public var size: Int
  /// What there is in the project, and what the run changed.
  public var totals: Totals

  /// A project's snapshot and totals.
  public init(name: String, key: String, sha256: String, size: Int, totals: Totals) {
    self.name = name
    self.key = key
    self.sha256 = sha256
    self.size = size
    self.totals = totals
  }
}
