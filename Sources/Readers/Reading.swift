public import Findings

/// What one report says: its findings, what could not be read of it, and what it says of its scan.
public struct Reading: Sendable {
  /// The scanner, lower case, such as `semgrep`.
  public var scanner: String
  /// Its version, where the report states it.
  public var scannerVersion: String?
  /// The kind of scanning, where the layout does not say.
  public var category: Category
  /// What was scanned, where one scanner has several targets: an image's repository, an account.
  public var target: String?
  /// The findings, in the report's order.
  public var findings: [Finding]
  /// Entries that could not be read.
  public var skipped: SkippedEntries
  /// Why the scan did not look at everything; it is partial if there is a reason.
  public var gaps: [String]
  /// Why the scan failed; nothing can be concluded from it if there is a reason.
  public var failure: String?
  /// The checks that are not findings.
  public var checks: Checks
  /// The files the scanner says it looked at; nil when it does not say.
  public var coveredPaths: Set<String>?
  /// The rules the scanner says it ran; nil when it does not say.
  public var coveredRules: Set<String>?

  /// A reading with nothing found yet.
  public init(scanner: String, version: String? = nil, category: Category, target: String? = nil) {
    self.scanner = scanner
    scannerVersion = version
    self.category = category
    self.target = target
    findings = []
    skipped = SkippedEntries()
    gaps = []
    checks = Checks()
  }

  /// What can be concluded: failed with a failure, partial with gaps or skipped entries, else
  /// complete.
  public var outcome: Scan.Outcome {
    if failure != nil { return .failed }
    return gaps.isEmpty && skipped.count == 0 ? .complete : .partial
  }
}
