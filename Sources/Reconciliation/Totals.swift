internal import Findings

/// How many findings there are, and what a run did to them.
public struct Totals: Sendable, Hashable {
  /// Findings that count as open, by severity.
  public var open: SeverityCounts
  /// Of them, those no scan confirms at the moment.
  public var unknown: Int
  /// Findings that somebody decided to live with.
  public var suppressed: Int
  /// How many findings the run changed in each way; a way that did not occur is left out.
  public var changes: [Change: Int]

  /// None of any.
  public init() {
    open = SeverityCounts()
    unknown = 0
    suppressed = 0
    changes = [:]
  }

  /// The totals of entries.
  public init(of entries: [Entry]) {
    self.init()
    // Reading field by field spares a copy of each entry.
    for index in entries.indices {
      let state = entries[index].state
      if state.countsAsOpen { open[entries[index].finding.severity] += 1 }
      if state == .unknown { unknown += 1 }
      if state == .suppressed { suppressed += 1 }
      changes[entries[index].change, default: 0] += 1
    }
  }

  /// New and reopened.
  public var opened: Int { changes[.new, default: 0] + changes[.reopened, default: 0] }

  /// Fixed and removed.
  public var closed: Int { changes[.fixed, default: 0] + changes[.removed, default: 0] }

  /// Adds another's counts.
  public static func += (left: inout Totals, right: Totals) {
    left.open += right.open
    left.unknown += right.unknown
    left.suppressed += right.suppressed
    left.changes.merge(right.changes, uniquingKeysWith: +)
  }
}
