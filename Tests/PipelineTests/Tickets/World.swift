import Actions
import Findings
import Pipeline
import Reconciliation
import Synchronization
import Templates

/// A company's findings and tickets, night after night.
struct World {
  let tracker = MemoryTracker()
  let store = MemoryStore()
  var policy: TicketPolicy
  private(set) var moment = Instant(seconds: 1_795_000_000)
  private(set) var entries: [String: Entry] = [:]
  private var texts: TicketTexts

  static let stream = Stream(project: "shop", category: .sast, scanner: "semgrep", target: "")

  init(_ change: (inout TicketPolicy) -> Void = { _ in }) throws {
    var route = TicketRoute(to: Destination(project: "MEM"))
    route.severity = .high
    route.priorities = [.critical: "Highest", .high: "High"]
    route.dueDays = [.critical: 7, .high: 30]
    policy = TicketPolicy(routes: [route])
    policy.mostPerRun = 1000
    change(&policy)
    texts = try TicketTexts(
      TemplateLibrary(files: Assets.templates),
      links: TicketLinks(site: "https://pages.example")
    )
    advance(0)
  }

  /// Some time passes.
  mutating func advance(_ seconds: Int64 = 86_400) {
    moment = Instant(seconds: moment.seconds + seconds)
    let now = moment
    tracker.state.withLock { $0.now = now }
  }

  /// A scan shows a finding.
  mutating func find(_ id: String, _ severity: Severity = .high, in path: String = "src/a.py") {
    var entry =
      entries[id]
      ?? Entry(id: id, stream: Self.stream, finding: Self.finding(id), firstSeen: moment)
    let before = entry
    if entry.state == .fixed || entry.state == .removed {
      entry.history.append(Event(at: moment, change: .reopened, note: "closed before"))
    } else if entry.finding.severity != severity, entries[id] != nil {
      let note = "severity: \(entry.finding.severity.rawValue) → \(severity.rawValue)"
      entry.history.append(Event(at: moment, change: .changed, note: note))
    }
    entry.finding.severity = severity
    entry.finding.location.path = path
    entry.state = .open
    entry.lastSeen = moment
    entry.fixedAt = nil
    entry.change = before.state == .open ? .unchanged : .reopened
    entries[id] = entry
  }

  /// A complete scan no longer shows it; or what else became of it.
  mutating func lose(_ id: String, _ state: State = .fixed) {
    entries[id]?.state = state
    switch state {
    case .fixed, .removed:
      entries[id]?.fixedAt = moment
      entries[id]?.reason = state == .removed ? "no longer in the code" : nil
    case .unknown: entries[id]?.unknownSince = moment
    case .suppressed:
      entries[id]?.lastSeen = moment
    case .open: break
    }
  }

  /// What is known now.
  var ledger: Ledger {
    let project = ProjectLedger(
      name: "shop",
      isBaseline: false,
      scans: [],
      entries: entries.values.sorted { $0.id < $1.id },
      trend: []
    )
    return Ledger(moment: moment, previous: nil, runs: [moment], projects: [project])
  }

  /// Keeps the tickets.
  @discardableResult
  func run(isApplied: Bool = true) async -> TicketsResult {
    let tickets = Tickets(tracker: tracker, store: store, policy: policy, texts: texts)
    return await tickets(ledger, at: moment, isApplied: isApplied)
  }

  /// The issues there are, oldest first.
  var records: [MemoryTracker.Record] {
    tracker.state.withLock { state in
      state.records.sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }.map(\.value)
    }
  }

  /// A person does something in the tracker.
  func person(_ act: (inout MemoryTracker.State) -> Void) {
    tracker.state.withLock { state in act(&state) }
  }

  private static func finding(_ id: String) -> Finding {
    Finding(
      rule: Rule(
        id: "python.sql-injection",
        name: "SQL injection",
        description: "Text from outside becomes *part* of a query.",
        remediation: "Use parameters.",
        references: ["https://cwe.mitre.org/data/definitions/89.html", "javascript:alert(1)"]
      ),
      severity: .high,
      title: "SQL injection \(id)",
      location: Location(path: "src/a.py", line: 12),
      identity: Identity(["sql", id], at: Place(path: "src/a.py"))
    )
  }
}
