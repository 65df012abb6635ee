public import Actions
public import Findings
public import Reconciliation

/// What came of a run.
public struct RunResult: Sendable {
  /// What is known now.
  public var ledger: Ledger
  /// What could not be read, listed or rendered, sorted; the rest was done.
  public var problems: [Problem]
  /// Why the gate did not let it pass.
  public var gateFailures: [String]
  /// How many artifacts lay there.
  public var artifacts: Int
  /// How many of them were read; the others are known.
  public var artifactsRead: Int

  /// How the tickets stand; nil if nobody keeps them, or the tracker could not be asked.
  public var tickets: TicketReport?

  /// 0: done, 1: the gate failed, 2: something is incomplete, which weighs more.
  public var exitCode: Int32 {
    if !problems.isEmpty { return 2 }
    return gateFailures.isEmpty ? 0 : 1
  }
}
