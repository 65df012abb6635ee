/// What came of one stream's artifacts in one run.
public struct Scan: Sendable, Hashable {
  /// What can be concluded from a scan.
  public enum Outcome: String, Sendable, CaseIterable {
    /// The scanner looked at everything and said so: what it no longer shows is fixed.
    case complete
    /// Something was left out: what it shows counts, what it does not show proves nothing.
    case partial
    /// Nothing can be concluded.
    case failed
    /// There is no artifact although there was one before.
    case missing
  }

  /// Whose findings the scan replaces.
  public var stream: Stream
  /// The files it was read from, sorted by key; empty when it is missing.
  public var artifacts: [Artifact]
  /// The same scan in other formats, which add nothing and are not read for findings.
  public var alternates: [Artifact]
  /// The reader's name, such as `sarif`; nil when none recognised the file.
  public var reader: String?
  /// The scanner's version, as the report states it.
  public var scannerVersion: String?
  /// What can be concluded.
  public var outcome: Outcome
  /// Why it is not complete, one sentence; empty when it is.
  public var reason: String
  /// What deserves a look although it changes no conclusion, a sentence each.
  public var notes: [String]
  /// How many findings the report holds, suppressed ones included.
  public var findings: Int
  /// How many entries could not be read.
  public var skipped: Int
  /// How many checks passed, were left to a human, or were muted.
  public var checks: Checks
  /// When the newest artifact was written: the moment the scan speaks of.
  public var observedAt: Instant?
  /// When a scan of this stream was last complete, this one included.
  public var completeAt: Instant?

  /// A scan by its stream and outcome; the rest is filled in as it becomes known.
  public init(stream: Stream, outcome: Outcome, reason: String = "") {
    self.stream = stream
    self.outcome = outcome
    self.reason = reason
    artifacts = []
    alternates = []
    notes = []
    findings = 0
    skipped = 0
    checks = Checks()
  }
}

/// The checks of an audit that are not findings: the denominators.
public struct Checks: Sendable, Hashable {
  /// Checks that passed.
  public var passed: Int
  /// Checks that only a human can answer.
  public var manual: Int
  /// Checks that failed and were muted in the scanner.
  public var muted: Int

  /// Counts, each 0 unless given.
  public init(passed: Int = 0, manual: Int = 0, muted: Int = 0) {
    self.passed = passed
    self.manual = manual
    self.muted = muted
  }
}
