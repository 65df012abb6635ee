public import Findings

/// What was known of a project at the end of a run.
///
/// A run whose ledger equals the snapshot's has learnt nothing: the stored snapshot stands.
public struct ProjectSnapshot: Sendable, Hashable {
  /// The version of the stored form that this code writes.
  public static let formatVersion = 1

  /// The run that wrote it.
  public var moment: Instant
  /// The version of Vigil that wrote it.
  public var tool: String
  /// The project's scans, findings and trend.
  public var ledger: ProjectLedger

  /// A project's ledger as a run leaves it.
  public init(moment: Instant, tool: String, ledger: ProjectLedger) {
    self.moment = moment
    self.tool = tool
    self.ledger = ledger
  }
}
