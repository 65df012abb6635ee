internal import Findings
internal import Reconciliation
internal import Templates

/// One finding of a digest, as templates see it; every text is bounded.
struct DigestItemView: TemplateView {
  let item: Digest.Item
  let links: TicketLinks

  /// The longest title and the longest place, in UTF-16 code units.
  private static let limit = 160
  /// The longest address that is linked.
  private static let addressLimit = 300

  static let schema = Schema<DigestItemView>(
    "finding",
    [
      .text("severity") { $0.item.entry.finding.severity.title },
      .text("before") { $0.item.before?.rawValue },
      .text("kind") { $0.item.kind.word },
      .flag("isNew") { $0.item.kind == .new },
      .flag("isWorse") { $0.item.kind == .worsened },
      .flag("isReopened") { $0.item.kind == .reopened },
      .text("title") { $0.item.entry.finding.title.bounded(limit) },
      .text("project") { $0.item.entry.stream.project.bounded(80) },
      .text("place") { $0.item.entry.finding.location.words.bounded(limit) },
      .text("scanner") { $0.item.entry.stream.scanner.bounded(80) },
      .text("category") { $0.item.entry.stream.category.title.bounded(80) },
      .text("firstSeen") { $0.item.entry.firstSeen.date },
      .link("page") { Self.short($0.links.page(of: $0.item.entry)) },
      .link("source") { Self.short($0.links.source(of: $0.item.entry)) },
    ]
  )

  private static func short(_ link: Link?) -> Link? {
    link.flatMap { $0.address.utf8.count <= addressLimit ? $0 : nil }
  }
}

/// One scan of a digest, as templates see it; every text is bounded.
struct DigestScanView: TemplateView {
  let item: Digest.ScanItem

  static let schema = Schema<DigestScanView>(
    "scan",
    [
      .text("trouble") { $0.item.trouble.words(1) },
      .text("project") { $0.item.scan.stream.project.bounded(80) },
      .text("category") { $0.item.scan.stream.category.title.bounded(80) },
      .text("scanner") { $0.item.scan.stream.scanner.bounded(80) },
      .text("target") { $0.item.scan.stream.target.bounded(120) },
      .text("reason") { $0.item.scan.reason.bounded(200) },
      .text("lastComplete") { $0.item.scan.completeAt?.date },
    ]
  )
}
