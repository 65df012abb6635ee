internal import Findings
internal import Reconciliation
internal import Templates

/// The scans of one category, counted by what can be concluded from them.
struct HealthRow: TemplateView {
  let category: String
  let link: Link?
  let total: Int
  /// One for each health, in the order of the columns.
  let counts: [LinkedCount]

  /// The scans of a category, which are not none.
  init(_ category: String, _ scans: [ScanOutline], root: String) {
    self.category = category.bounded(to: 60)
    let health = HealthCounts(scans)
    link = scans.first?.link(root: root)
    total = health.total
    counts = Self.columns.map {
      LinkedCount(
        $0.word,
        health[$0],
        style: $0.word,
        symbol: $0.symbol,
        link: health.first($0)?.link(root: root)
      )
    }
  }

  /// The columns, what is well first.
  static let columns: [Health] = [.complete, .partial, .failed, .missing, .stale]

  /// How many categories have a row of their own; the others share one.
  static let limit = 24

  /// A row for each category that there are scans of, known ones first.
  static func all(_ scans: [ScanOutline], root: String) -> [HealthRow] {
    let groups = Dictionary(grouping: scans) { $0.scan.stream.category }
    let others = groups.keys.filter { !Category.known.contains($0) }.sorted()
    let rest = others.dropFirst(limit - Category.known.count)
    var rows = (Category.known + others.dropLast(rest.count)).compactMap { category in
      groups[category].map { HealthRow(category.title, $0, root: root) }
    }
    let scansOfRest = rest.flatMap { groups[$0] ?? [] }
    if !scansOfRest.isEmpty {
      rows.append(HealthRow("\(rest.count) other categories", scansOfRest, root: root))
    }
    return rows
  }

  static let schema = Schema<HealthRow>(
    "health row",
    [
      .text("category") { $0.category },
      .link("link") { $0.link },
      .number("total") { $0.total },
      .list("counts") { $0.counts },
    ]
  )
}
