/// One problem that one scanner reports at one place.
public struct Finding: Sendable, Hashable {
  /// The check that fired.
  public var rule: Rule
  /// How bad, in our words.
  public var severity: Severity
  /// How bad, in the scanner's word; nil when it gave none.
  public var scannerSeverity: String?
  /// One line that names the problem, without secrets.
  public var title: String
  /// What the scanner says of this very place, in Markdown, where it says more than the title.
  public var message: String?
  /// Where it is.
  public var location: Location
  /// What it is recognised by in later runs.
  public var identity: Identity
  /// The names others know it by, sorted, each once.
  public var identifiers: [Identifier]
  /// The rating of the vulnerability, where there is one.
  public var cvss: CVSS?
  /// Set when somebody already decided to live with it.
  public var suppression: Suppression?
  /// How often the report repeats it, to the letter; at least 1.
  public var occurrences: Int

  /// A finding as a reader makes it.
  public init(
    rule: Rule,
    severity: Severity,
    scannerSeverity: String? = nil,
    title: String,
    message: String? = nil,
    location: Location,
    identity: Identity,
    identifiers: [Identifier] = [],
    cvss: CVSS? = nil,
    suppression: Suppression? = nil,
    occurrences: Int = 1
  ) {
    self.rule = rule
    self.severity = severity
    self.scannerSeverity = scannerSeverity
    self.title = title
    self.message = message
    self.location = location
    self.identity = identity
    self.identifiers = identifiers
    self.cvss = cvss
    self.suppression = suppression
    self.occurrences = occurrences
  }
}
