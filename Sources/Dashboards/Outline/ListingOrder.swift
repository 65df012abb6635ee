internal import Findings
internal import Reconciliation

/// The order findings are listed in: the worst first, then by rule, then by place.
struct ListingOrder: Comparable {
  /// The entry's position in its project.
  let index: Int
  let severity: Severity
  let rule: String
  let title: String
  let place: String
  let line: Int
  let id: String

  /// The order of an entry at a position.
  init(_ entry: Entry, at index: Int) {
    self.index = index
    severity = entry.finding.severity
    rule = entry.finding.rule.id
    title = entry.finding.title
    var location = entry.finding.location
    line = location.line ?? 0
    location.line = nil
    place = location.words
    id = entry.id
  }

  static func < (left: ListingOrder, right: ListingOrder) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.title != right.title { return left.title < right.title }
    if left.place != right.place { return left.place < right.place }
    if left.line != right.line { return left.line < right.line }
    return left.id < right.id
  }

  /// The positions of those entries that are wanted, in order.
  static func positions(in entries: [Entry], where isWanted: (State) -> Bool) -> [Int] {
    entries.indices.filter { isWanted(entries[$0].state) }
      .map { ListingOrder(entries[$0], at: $0) }.sorted().map(\.index)
  }
}
