/// What people need to know of a report format; `vigil formats` and `site/formats.md` print it.
public struct ReportFormat: Sendable, Hashable {
  /// The name in configuration, messages and fixture folders, such as `gitleaks`.
  public var name: String
  /// The title, such as `Gitleaks JSON`.
  public var title: String
  /// The scanners and versions it was proven on.
  public var provenOn: String
  /// The command line that produces such a report.
  public var produce: String
  /// What one finding is, and what its identity is made of.
  public var finding: String
  /// What the scan's outcome is read from.
  public var outcome: String
  /// Which of two reports of one scan is read: the one with the higher precedence.
  ///
  /// A scanner's own JSON has 3, its XML or CSV 2, an interchange format 1.
  public var precedence: Int

  /// A format described.
  public init(
    name: String,
    title: String,
    provenOn: String,
    produce: String,
    finding: String,
    outcome: String,
    precedence: Int
  ) {
    self.name = name
    self.title = title
    self.provenOn = provenOn
    self.produce = produce
    self.finding = finding
    self.outcome = outcome
    self.precedence = precedence
  }
}
