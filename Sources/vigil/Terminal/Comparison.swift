internal import Findings
internal import Reconciliation

/// What differs between two ledgers, worst first.
struct Comparison {
  private var entries: [(change: Change, entry: Entry)] = []
  /// Scans from which nothing can be concluded.
  private var doubts: [String] = []

  /// What the last run of a ledger changed.
  init(_ ledger: Ledger) {
    for project in ledger.projects {
      for entry in project.entries where Self.order.contains(entry.change) {
        entries.append((entry.change, entry))
      }
    }
    addDoubts(ledger)
    sort()
  }

  /// What differs between two runs of one history.
  init(from before: Ledger, to after: Ledger) {
    for project in after.projects {
      let old = before.projects.first { $0.name == project.name }?.entries ?? []
      let known = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
      for entry in project.entries {
        guard let change = entry.change(since: known[entry.id]) else { continue }
        entries.append((change, entry))
      }
    }
    addDoubts(after)
    sort()
  }

  private static let order: [Change] = [.new, .reopened, .fixed, .removed, .changed, .moved]

  /// Whether nothing differs.
  var isEmpty: Bool { entries.isEmpty }

  /// A heading for each kind of change, and a line for each finding.
  var lines: [String] {
    var lines: [String] = []
    for change in Self.order {
      let changed = entries.filter { $0.change == change }
      guard !changed.isEmpty else { continue }
      lines.append("\(changed.count) \(change.rawValue)")
      for (_, entry) in changed {
        let differences = entry.differences
          .map { "\($0.field): \($0.before.bounded(60)) → \($0.after.bounded(60))" }
        let why = entry.reason.map { [$0] } ?? differences
        let note = why.isEmpty ? "" : "  (\(why.joined(separator: "; ")))"
        lines.append("  \(entry.id)  \(entry.finding.line)\(note)")
      }
    }
    if lines.isEmpty { lines.append("no difference") }
    return lines + doubts
  }

  private mutating func addDoubts(_ ledger: Ledger) {
    for scan in ledger.projects.flatMap(\.scans) where scan.outcome != .complete {
      let reason = scan.reason.isEmpty ? "" : ": \(scan.reason)"
      doubts.append(
        "\(scan.stream.scanner) (\(scan.stream.category.rawValue)) is \(scan.outcome.rawValue)"
          + "\(reason); nothing it does not show counts as fixed"
      )
    }
  }

  private mutating func sort() {
    entries.sort { left, right in
      let here = left.entry.finding
      let there = right.entry.finding
      if here.severity != there.severity { return here.severity < there.severity }
      if here.rule.id != there.rule.id { return here.rule.id < there.rule.id }
      return left.entry.id < right.entry.id
    }
  }
}
