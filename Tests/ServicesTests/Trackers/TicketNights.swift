import Actions
import Findings
import Pipeline
import Reconciliation
import Services
import Templates

/// Three findings of one project, and what becomes of them night by night.
///
/// 0. nothing is found; 1. three are new; 2. the first grows worse, the second is fixed; 3. the second
/// is back; 4. somebody lives with the third; 5. nobody does any more.
struct TicketNights {
  let texts: TicketTexts
  var policy: TicketPolicy

  static let dusk: Int64 = 1_790_000_000

  init(project: String = "SEC") throws {
    texts = try TicketTexts(TemplateLibrary(files: Assets.templates), links: TicketLinks())
    var route = TicketRoute(to: Destination(project: project))
    route.priorities = [.critical: "Highest", .high: "High"]
    route.dueDays = [.critical: 7, .high: 30]
    policy = TicketPolicy(routes: [route])
  }

  static func moment(_ night: Int, hours: Int = 0) -> Instant {
    Instant(seconds: dusk + Int64(night) * 86_400 + Int64(hours) * 3600)
  }

  /// What the findings say in a night, some hours after it began.
  func ledger(_ night: Int, hours: Int = 0) -> Ledger {
    let moment = Self.moment(night, hours: hours)
    let stream = Stream(project: "shop", category: .sast, scanner: "semgrep")
    var scan = Scan(stream: stream, outcome: .complete)
    scan.scannerVersion = "1.140.0"
    let entries = night == 0 ? [] : (0..<3).map { entry($0, night, stream) }
    return Ledger(
      moment: moment,
      previous: nil,
      runs: [moment],
      projects: [
        ProjectLedger(name: "shop", isBaseline: false, scans: [scan], entries: entries, trend: [])
      ]
    )
  }

  private func entry(_ number: Int, _ night: Int, _ stream: Stream) -> Entry {
    let path = "src/shop/part_\(number).py"
    let finding = Finding(
      rule: Rule(id: "python.sql-injection-\(number)"),
      severity: number == 0 && night >= 2 ? .critical : .high,
      title: "User input is built into an SQL string, case \(number)",
      message: "See `query` in *this* file, and https://example.org/a_b.",
      location: Location(path: path, line: 12 + number),
      identity: Identity(["rule\(number)"], at: Place(path: path))
    )
    var entry = Entry(
      id: "ABCDEFGHIJKLMNO\(number)",
      stream: stream,
      finding: finding,
      firstSeen: Self.moment(1)
    )
    entry.lastSeen = Self.moment(night)
    if number == 1, night == 2 {
      entry.state = .fixed
      entry.fixedAt = Self.moment(2)
      entry.lastSeen = Self.moment(1)
    }
    if number == 2, night == 4 { entry.state = .suppressed }
    return entry
  }

  /// Keeps the tickets in a night, some hours after it began.
  @discardableResult
  func run(
    _ night: Int,
    hours: Int = 0,
    _ tracker: any Tracker,
    _ store: any ObjectStore,
    isApplied: Bool = true
  ) async -> TicketsResult {
    let keeper = Tickets(tracker: tracker, store: store, policy: policy, texts: texts)
    let ledger = ledger(night, hours: hours)
    return await keeper(ledger, at: ledger.moment, isApplied: isApplied)
  }
}
