internal import Reconciliation

/// Joins projects' lists, each in listing order, into one, as far as it is wanted.
struct ListingMerge {
  private struct Head {
    let order: ListingOrder
    let project: Int
    var rest: ArraySlice<Int>
  }

  private let outline: LedgerOutline
  /// The first of each list that is left, the one to take next last.
  private var heads: [Head] = []

  /// A merge of no lists yet.
  init(_ outline: LedgerOutline) {
    self.outline = outline
  }

  /// Adds the positions of a project's entries, in listing order.
  mutating func add(_ positions: [Int], of project: Int) { insert(positions[...], of: project) }

  private mutating func insert(_ positions: ArraySlice<Int>, of project: Int) {
    guard let first = positions.first else { return }
    let entries = outline.projects[project].ledger.entries
    let head = Head(
      order: ListingOrder(entries[first], at: first),
      project: project,
      rest: positions.dropFirst()
    )
    var (low, high) = (0, heads.count)
    while low < high {
      let middle = (low + high) / 2
      if heads[middle].order < head.order { high = middle } else { low = middle + 1 }
    }
    heads.insert(head, at: low)
  }

  /// The first findings of all lists.
  mutating func first(_ limit: Int) -> [FindingReference] {
    var found: [FindingReference] = []
    while found.count < limit, let head = heads.popLast() {
      found.append(FindingReference(project: head.project, entry: head.order.index))
      insert(head.rest, of: head.project)
    }
    return found
  }
}
