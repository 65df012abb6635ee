import Findings
import Reconciliation

/// A ledger of one project, written down by hand.
enum Night {
  static let stream = Stream(project: "shop", category: .sast, scanner: "semgrep")

  /// The moment of a night, counted from 0.
  static func moment(_ number: Int) -> Instant {
    Instant(seconds: 1_790_000_000 + Int64(number) * 86_400)
  }

  /// What is known after a night; the first one is the baseline.
  static func ledger(
    _ number: Int,
    _ entries: [Entry] = [],
    scan: Scan.Outcome = .complete
  ) -> Ledger {
    var seen = Scan(
      stream: stream,
      outcome: scan,
      reason: scan == .complete ? "" : "it was cut off"
    )
    seen.observedAt = moment(number)
    let project = ProjectLedger(
      name: "shop",
      isBaseline: number == 0,
      scans: [seen],
      entries: entries,
      trend: []
    )
    return Ledger(
      moment: moment(number),
      previous: number == 0 ? nil : moment(number - 1),
      runs: (0...number).map(moment),
      projects: [project]
    )
  }

  /// A finding that was first seen in a night.
  static func entry(
    _ id: String,
    since number: Int,
    _ severity: Severity = .high,
    title: String? = nil
  ) -> Entry {
    let path = "src/\(id).py"
    let finding = Finding(
      rule: Rule(id: "rule"),
      severity: severity,
      title: title ?? "Title of \(id)",
      location: Location(path: path, line: 3),
      identity: .code(rule: "rule", at: Place(path: path, line: 3))
    )
    return Entry(id: id, stream: stream, finding: finding, firstSeen: moment(number))
  }
}
