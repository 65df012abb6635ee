internal import Findings
internal import Reconciliation

/// What one run changed, finding by finding.
struct RunChanges: Sendable {
  /// The ways that pages list.
  enum Kind: String, Sendable, CaseIterable {
    case new
    case reopened
    case changed
    case moved
    case fixed
    case removed
    case unconfirmed
    case confirmed

    /// The kind of an event.
    init(_ change: Change) {
      switch change {
      case .new: self = .new
      case .reopened: self = .reopened
      case .changed: self = .changed
      case .moved: self = .moved
      case .fixed: self = .fixed
      case .removed: self = .removed
      case .carried: self = .unconfirmed
      case .unchanged: self = .confirmed
      }
    }

    /// The word for a page.
    var word: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
  }

  /// A finding, and what of it changed.
  struct Item: Sendable {
    let reference: FindingReference
    let note: String
  }

  let run: Instant
  /// How many projects the run was the first to see, and how many findings they began with.
  private(set) var baseline = (projects: 0, findings: 0)
  private var items: [Kind: [Item]] = [:]

  /// A run that changed nothing yet.
  init(_ run: Instant) {
    self.run = run
  }

  /// The findings changed in one way, the worst first.
  subscript(_ kind: Kind) -> [Item] { items[kind] ?? [] }

  /// How many findings were changed.
  var count: Int { items.values.reduce(0) { $0 + $1.count } }

  private mutating func add(_ kind: Kind, _ item: Item) { items[kind, default: []].append(item) }

  private mutating func sort(in outline: LedgerOutline) {
    for (kind, list) in items {
      items[kind] =
        list.map { item in
          (order: ListingOrder(outline[item.reference], at: item.reference.entry), item: item)
        }.sorted { $0.order < $1.order }.map(\.item)
    }
  }

  /// The changes of the newest runs, the newest first.
  static func all(in outline: LedgerOutline, newest limit: Int) -> [RunChanges] {
    let runs = outline.ledger.runs.suffix(limit)
    var changes = Dictionary(runs.map { ($0, RunChanges($0)) }) { first, _ in first }
    let now = outline.ledger.moment
    if changes[now] == nil { changes[now] = RunChanges(now) }
    for (number, project) in outline.projects.enumerated() {
      let first = project.firstRun
      if let first { changes[first]?.baseline.projects += 1 }
      for position in project.ledger.entries.indices {
        let reference = FindingReference(project: number, entry: position)
        let entry = project.ledger.entries[position]
        for event in entry.history where event.at != now && changes[event.at] != nil {
          if event.change == .new, event.at == first {
            changes[event.at]?.baseline.findings += 1
          } else {
            changes[event.at]?.add(Kind(event.change), Item(reference: reference, note: event.note))
          }
        }
        guard let kind = entry.kind(at: now) else { continue }
        if kind == .new, now == first {
          changes[now]?.baseline.findings += 1
        } else {
          changes[now]?.add(kind, Item(reference: reference, note: entry.note(at: now)))
        }
      }
    }
    return changes.values.sorted { $0.run > $1.run }
      .map { run in
        var run = run
        run.sort(in: outline)
        return run
      }
  }
}

extension Entry {
  /// What the latest run changed about it; nil for nothing.
  fileprivate func kind(at now: Instant) -> RunChanges.Kind? {
    switch change {
    case .new, .changed, .moved, .reopened, .fixed, .removed: RunChanges.Kind(change)
    case .carried, .unchanged: history.last { $0.at == now }.map { RunChanges.Kind($0.change) }
    }
  }

  /// The particulars of what the latest run changed.
  fileprivate func note(at now: Instant) -> String {
    if let event = history.last(where: { $0.at == now }), !event.note.isEmpty { return event.note }
    return differences.map { "\($0.field): \($0.before) → \($0.after)" }.joined(separator: "; ")
  }
}

extension ProjectOutline {
  /// The first run to see it, as far as is still known.
  fileprivate var firstRun: Instant? {
    ledger.trend.first?.at ?? ledger.entries.map(\.firstSeen).min()
  }
}
