public import Findings

/// What one stream's artifacts say today.
public struct StreamReading: Sendable {
  /// The scan: its stream, its artifacts, and what can be concluded from it.
  public var scan: Scan
  /// The findings it shows, in any order, repeats included.
  public var findings: [Finding]
  /// The files the scanner says it looked at; nil when it does not say.
  public var coveredPaths: Set<String>?
  /// The rules the scanner says it ran; nil when it does not say.
  public var coveredRules: Set<String>?

  /// A scan with its findings.
  public init(
    scan: Scan,
    findings: [Finding] = [],
    coveredPaths: Set<String>? = nil,
    coveredRules: Set<String>? = nil
  ) {
    self.scan = scan
    self.findings = findings
    self.coveredPaths = coveredPaths
    self.coveredRules = coveredRules
  }
}

/// What all of one project's artifacts say today.
public struct ProjectReadings: Sendable {
  /// The project's name.
  public var project: String
  /// The streams that were read today, in any order, each once.
  public var scans: [StreamReading]
  /// The streams whose artifacts are those of the run before: what that said still holds.
  public var unchanged: [Stream]
  /// Scans whose artifacts were written anew with the same bytes, as they lie there now: what was
  /// said before holds of a later moment.
  public var confirmed: [Scan]
  /// The streams that nobody expects any more: their findings are removed, not fixed.
  public var retired: [Stream]

  /// A project's streams; one that was known before and is in no list is missing.
  public init(
    project: String,
    scans: [StreamReading] = [],
    unchanged: [Stream] = [],
    confirmed: [Scan] = [],
    retired: [Stream] = []
  ) {
    self.project = project
    self.scans = scans
    self.unchanged = unchanged
    self.confirmed = confirmed
    self.retired = retired
  }
}
