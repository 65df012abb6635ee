internal import Actions
internal import Findings
internal import Pipeline
internal import Reconciliation

/// A run in one line.
struct Summary: CustomStringConvertible {
  let description: String

  /// A finished run.
  init(_ result: RunResult) {
    let ledger = result.ledger
    var totals = Totals()
    var scans = 0
    var failed = 0
    var changes: [Change: Int] = [:]
    var baseline = 0
    for project in ledger.projects {
      let own = Totals(of: project.entries)
      totals += own
      if project.isBaseline {
        baseline += own.open.total
      } else {
        changes.merge(own.changes, uniquingKeysWith: +)
      }
      scans += project.scans.count
      failed += project.scans.count { $0.outcome == .failed || $0.outcome == .missing }
    }
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    let scanText =
      count(scans, "scan", "scans") + (failed > 0 ? " (\(failed) failed or missing)" : "")
    var parts = [
      "\(ledger.moment): \(count(ledger.projects.count, "project", "projects"))", scanText,
      "\(totals.open.total) open",
    ]
    if ledger.previous == nil {
      parts.append("first run: a baseline")
    } else {
      for change: Change in [.new, .reopened, .fixed, .removed, .moved, .changed] {
        if let number = changes[change] { parts.append("\(number) \(change.rawValue)") }
      }
      if baseline > 0 { parts.append("\(baseline) as the baseline of new projects") }
    }
    if let tickets = result.tickets {
      let counts = tickets.isApplied ? tickets.done : tickets.pending
      let words = PlanLines.counts(counts, tickets.isApplied ? "× " : "to ")
      parts.append("tickets: \(words)\(tickets.isApplied ? "" : ", planned only")")
    }
    description = parts.joined(separator: ", ")
  }
}
