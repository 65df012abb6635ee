public import Findings
internal import Reconciliation

/// Which findings and scans somebody wants to hear of.
public struct MessageScope: Sendable, Hashable {
  /// The projects; all, if empty.
  public var projects: [Pattern]
  /// The kinds of scanning; all, if empty.
  public var categories: Set<Category>
  /// The least severity of a finding.
  ///
  /// One that is unknown is always told: nobody has said that it is harmless.
  public var severity: Severity

  /// A scope, which takes everything of high severity and worse unless told otherwise.
  public init(
    projects: [Pattern] = [],
    categories: Set<Category> = [],
    severity: Severity = .high
  ) {
    self.projects = projects
    self.categories = categories
    self.severity = severity
  }

  /// Whether a project is wanted.
  public func takes(project: String) -> Bool {
    projects.isEmpty || projects.contains { $0.matches(project) }
  }

  /// Whether a stream is wanted.
  public func takes(_ stream: Stream) -> Bool {
    (categories.isEmpty || categories.contains(stream.category)) && takes(project: stream.project)
  }

  /// Whether a severity is bad enough.
  public func takes(_ severity: Severity) -> Bool {
    severity <= self.severity || severity == .unknown
  }

  /// Whether it takes a finding as it is now.
  func takes(_ entry: Entry) -> Bool { takes(entry.finding.severity) && takes(entry.stream) }
}
