internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// What every page needs to know of a ledger, worked out once.
final class LedgerOutline: Sendable {
  let ledger: Ledger
  let options: DashboardOptions
  /// The projects by name.
  let projects: [ProjectOutline]
  /// The same, the worst first.
  let worst: [ProjectOutline]
  let totals: LedgerTotals
  let scans: [ScanOutline]
  let health: HealthCounts
  let ages: Ages
  let trend: Trend
  let rules: RuleBook
  /// How many findings there are, closed ones included.
  let count: Int
  /// The tickets; nil if none are kept.
  let tickets: TicketOutline?
  private let scanOfStream: [Stream: ScanOutline]
  private let ids: Set<String>

  /// The outline of a ledger.
  init(_ ledger: Ledger, tickets: TicketReport? = nil, options: DashboardOptions) {
    self.ledger = ledger
    self.options = options
    var projects: [ProjectOutline] = []
    var totals = LedgerTotals()
    var scans = 0
    for project in ledger.projects {
      let outline = ProjectOutline(
        project,
        at: ledger.moment,
        firstScan: scans + 1,
        staleAfterDays: options.staleAfterDays
      )
      projects.append(outline)
      totals += outline.totals
      scans += outline.scans.count
    }
    self.projects = projects
    self.totals = totals
    worst = projects.sorted { $0.isWorse(than: $1) }
    self.scans = projects.flatMap(\.scans)
    health = HealthCounts(self.scans)
    ages = Ages.combined(projects.map(\.ages))
    trend = Trend.combined(ledger.projects, runs: ledger.runs)
    rules = RuleBook(ledger.projects)
    count = ledger.projects.reduce(0) { $0 + $1.entries.count }
    scanOfStream = Dictionary(self.scans.map { ($0.scan.stream, $0) }) { first, _ in first }
    self.tickets = tickets.map { TicketOutline($0, of: projects) }
    ids = Set(ledger.projects.lazy.flatMap { $0.entries.lazy.map(\.id) })
  }

  /// Whether each finding is described in brief.
  var isBrief: Bool { count > options.briefAbove }

  /// The scan that decides over a stream's findings.
  func scan(of stream: Stream) -> ScanOutline? { scanOfStream[stream] }

  /// The entry of an id; nil if the ledger does not have it.
  func permalink(to id: String, root: String) -> Link? {
    ids.contains(id) ? Permalink.link(to: id, root: root) : nil
  }
}
