public import Findings

/// One finding over time: what it is now, and how it came to be so.
public struct Entry: Sendable, Hashable {
  /// The name it keeps for ever: 16 letters and digits, minted when it was first seen.
  public var id: String
  /// Whose scan decides over it.
  public var stream: Stream
  /// The finding as it was last seen.
  public var finding: Finding
  /// What holds now.
  public var state: State
  /// What this run changed.
  public var change: Change
  /// Which pass recognised it in this run; nil when it was not seen, or is new.
  public var matchedBy: MatchPass?
  /// When it was first seen.
  public var firstSeen: Instant
  /// When a scan last showed it.
  public var lastSeen: Instant
  /// When a complete scan first no longer showed it; nil while it is open.
  public var fixedAt: Instant?
  /// Since when no scan has confirmed or denied it; nil while scans do.
  public var unknownSince: Instant?
  /// Why it is in this state, one sentence, where that needs saying.
  public var reason: String?
  /// The closed or open findings it might be the moved form of, where more than one was possible.
  public var possiblyMovedFrom: [String]
  /// What differs from the run before, field by field.
  public var differences: [Difference]
  /// What happened to it, oldest first; its first event is its first sighting.
  public var history: [Event]

  /// A finding seen for the first time.
  public init(id: String, stream: Stream, finding: Finding, firstSeen: Instant) {
    self.id = id
    self.stream = stream
    self.finding = finding
    self.firstSeen = firstSeen
    lastSeen = firstSeen
    state = finding.suppression == nil ? .open : .suppressed
    change = .new
    possiblyMovedFrom = []
    differences = []
    history = [Event(at: firstSeen, change: .new)]
  }
}

/// What holds of a finding.
public enum State: String, Sendable, Hashable, CaseIterable {
  /// The last scan that could tell shows it.
  case open
  /// A complete scan no longer shows it.
  case fixed
  /// It is gone, but not because somebody fixed it: its file or rule is gone, or it is a secret
  /// whose rotation nobody has proved.
  case removed
  /// Somebody decided to live with it.
  case suppressed
  /// It was open, and no scan since could tell.
  case unknown

  /// Whether it counts as open: it is, or nothing shows that it is not.
  public var countsAsOpen: Bool { self == .open || self == .unknown }
}

/// What one run changed about a finding.
public enum Change: String, Sendable, Hashable, CaseIterable {
  case new
  case unchanged
  /// Its severity, version, image or decision differs.
  case changed
  /// It stands elsewhere.
  case moved
  case reopened
  case fixed
  case removed
  /// No scan could tell, so it stays as it was; or it was closed before.
  case carried
}

/// How a finding was recognised, strongest first.
public enum MatchPass: String, Sendable, Hashable, CaseIterable {
  /// The scanner's own fingerprint, which passed the report's self-test.
  case fingerprint
  /// Same key at the same place.
  case place
  /// Same key and path, same code.
  case snippet
  /// Same key and path, nearest line.
  case nearest
  /// Same key; its file was renamed, or moved together with others.
  case rename
  /// A rule that is known under another name.
  case alias
  /// It had been closed not long ago.
  case reopened
}

/// One field that differs between two runs.
public struct Difference: Sendable, Hashable {
  /// The field's name, such as `severity`.
  public var field: String
  /// What it was; empty for nothing.
  public var before: String
  /// What it is; empty for nothing.
  public var after: String

  /// A field and its two values.
  public init(field: String, before: String, after: String) {
    self.field = field
    self.before = before
    self.after = after
  }
}

/// One thing that happened to a finding.
public struct Event: Sendable, Hashable {
  /// The run's moment.
  public var at: Instant
  /// What happened.
  public var change: Change
  /// The particulars, such as `severity: high → critical`; empty when the change says it all.
  public var note: String

  /// An event of a run.
  public init(at: Instant, change: Change, note: String = "") {
    self.at = at
    self.change = change
    self.note = note
  }
}
