internal import Findings
internal import Reconciliation

/// The scans of one category, counted by what can be concluded from them.
struct HealthRow: TemplateView {
  let category: String
  let link: Link?
  let total: Int
  /// One for each health, in the order of the columns.
  let counts: [LinkedCount]

  /// The scans of a category, which are not none.
  init(_ category: Category, _ scans: [ScanOutline], root: String) {
    self.category = category.title.bounded(to: 60)
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

  /// A row for each category that there are scans of, known ones first.
  static func all(_ scans: [ScanOutline], root: String) -> [HealthRow] {
    let groups = Dictionary(grouping: scans) { $0.scan.stream.category }
    let others = groups.keys.filter { !Category.known.contains($0) }.sorted()
    return (Category.known + others).compactMap { category in
      groups[category].map { HealthRow(category, $0, root: root) }
    }
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
