internal import Findings
internal import Reconciliation
internal import Templates

/// One finding of a ticket, as templates see it.
struct MemberView: TemplateView {
  let entry: Entry
  let links: TicketLinks

  private var location: Location { entry.finding.location }

  static let schema = Schema<MemberView>(
    "finding",
    [
      .text("id") { $0.entry.id },
      .text("title") { $0.entry.finding.title },
      .text("severity") { $0.entry.finding.severity.title },
      .text("scannerSeverity") { $0.entry.finding.scannerSeverity },
      .text("place") { $0.place },
      .text("rule") { $0.entry.finding.rule.id },
      .text("identifiers") { view in
        view.entry.finding.identifiers.map(\.value).joined(separator: ", ")
      },
      .text("score") { view in view.entry.finding.cvss.map { "\($0.score)" } },
      .text("package") { $0.location.package?.name },
      .text("version") { $0.location.package?.version },
      .text("fixedIn") { $0.location.package?.fixedIn },
      .text("image") { $0.location.image },
      .text("url") { view in
        view.location.url.map { url in view.location.method.map { "\($0) \(url)" } ?? url }
      },
      .text("parameter") { $0.location.parameter },
      .text("resource") { $0.location.resource },
      .text("account") { $0.location.account },
      .text("region") { $0.location.region },
      .text("cluster") { $0.location.cluster },
      .text("function") { $0.location.logical },
      .text("commit") { $0.location.commit },
      .text("scanner") { $0.entry.stream.scanner },
      .text("category") { $0.entry.stream.category.title },
      .text("firstSeen") { $0.entry.firstSeen.date },
      .text("lastSeen") { $0.entry.lastSeen.date },
      .markup("message", in: .markdown) { Markup(embedding: $0.entry.finding.message) },
      .markup("description", in: .markdown) { Markup(embedding: $0.description) },
      .markup("remediation", in: .markdown) {
        Markup(embedding: $0.entry.finding.rule.remediation)
      },
      .list("references") { view in
        view.entry.finding.rule.references.prefix(10).compactMap {
          ReferenceView(link: Link(external: $0))
        }
      },
      .link("page") { $0.links.page(of: $0.entry) },
      .link("source") { $0.links.source(of: $0.entry) },
    ]
  )

  /// What the rule says in general, unless the message says it already.
  private var description: String? {
    let general = entry.finding.rule.description
    guard let general, entry.finding.message?.contains(general) == true else { return general }
    return nil
  }

  /// File and line, or what else there is.
  private var place: String {
    if let path = location.path, !path.isEmpty {
      return location.line.map { "\(path):\($0)" } ?? path
    }
    return location.resource ?? location.url ?? location.image ?? location.package?.name
      ?? entry.file
  }
}

/// An address to read more at.
struct ReferenceView: TemplateView {
  let link: Link

  /// Nothing for an address that leads nowhere harmless.
  init?(link: Link?) {
    guard let link else { return nil }
    self.link = link
  }

  static let schema = Schema<ReferenceView>(
    "reference",
    [.link("link") { $0.link }, .text("address") { $0.link.address }]
  )
}
