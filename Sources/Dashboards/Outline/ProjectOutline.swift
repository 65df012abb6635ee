internal import Findings
internal import Hashing
internal import Reconciliation
internal import Templates

/// What every page needs to know of a project, worked out once.
final class ProjectOutline: Sendable {
  let ledger: ProjectLedger
  /// The name of its folder.
  let slug: String
  let totals: LedgerTotals
  let scans: [ScanOutline]
  let health: HealthCounts
  let grade: Grade
  let ages: Ages
  /// How many were open after the run before; nil if there was none that saw the project.
  let openBefore: SeverityCounts?
  /// The positions of the entries that count as open, in listing order.
  let open: [Int]

  /// A project of a ledger, its scans numbered from `firstScan`.
  init(_ project: ProjectLedger, at moment: Instant, firstScan: Int, staleAfterDays: Int) {
    ledger = project
    slug = FileName.safe(project.name)
    totals = LedgerTotals(project)
    scans = project.scans.enumerated()
      .map { position, scan in
        ScanOutline(
          scan,
          number: firstScan + position,
          at: moment,
          staleAfterDays: staleAfterDays
        )
      }
    health = HealthCounts(scans)
    grade = Grade(totals.open)
    ages = Ages(project.entries)
    openBefore =
      project.isBaseline ? nil : project.trend.last { $0.at < moment }.map(\.open)
    open = ListingOrder.positions(in: project.entries) { $0.countsAsOpen }
  }

  /// Its name, of a length for lists.
  var name: String { ledger.name.bounded(to: 80) }

  /// How many more are open than after the run before.
  var delta: Int? { openBefore.map { totals.open.total - $0.total } }

  /// How many the run changed in a way; none if this run is the first to see the project.
  func news(_ change: Change) -> Int { ledger.isBaseline ? 0 : totals.changes[change] ?? 0 }

  /// When the newest of its reports was written.
  var lastScan: Instant? { scans.compactMap(\.scan.observedAt).max() }

  /// The folder of its pages, seen from a page whose way to the top is `root`.
  func folder(root: String) -> String { "\(root)projects/\(slug)/" }

  /// Its page.
  func link(root: String) -> Link { Link(relative: folder(root: root) + "index.html") }

  /// Where its open findings of a severity begin; nil if there are none.
  func link(to severity: Severity, root: String) -> Link? {
    guard totals.open[severity] > 0 else { return nil }
    let worse = Severity.allCases.prefix { $0 != severity }.reduce(0) { $0 + totals.open[$1] }
    let page = OpenListing.fileName(worse / OpenListing.pageSize + 1)
    return Link(relative: "\(folder(root: root))\(page)#\(severity.rawValue)")
  }

  /// Whether it stands before another in a list that begins with the worst.
  func isWorse(than other: ProjectOutline) -> Bool {
    let counts = Severity.allCases.map { ($0, totals.open[$0], other.totals.open[$0]) }
    if grade != other.grade { return grade.rawValue > other.grade.rawValue }
    for (_, own, others) in counts where own != others { return own > others }
    return ledger.name < other.ledger.name
  }
}
