internal import Findings
internal import Reconciliation
internal import Templates

/// The worst open findings, and the way to all other lists.
struct FindingsIndexPage: TemplateView {
  let outline: LedgerOutline
  let listing: OpenListing

  /// The findings of a ledger.
  init(outline: LedgerOutline) {
    self.outline = outline
    listing = OpenListing(in: outline)
  }

  private func counts(_ lists: [FindingList]) -> [LinkedCount] {
    lists.map { list in
      LinkedCount(
        list.word,
        list.count(outline.totals),
        style: list.word,
        link: Link(relative: list.fileName)
      )
    }
  }

  private var more: String? {
    let more = outline.totals.open.total - listing.findings.count
    return more > 0
      ? "\(counted(more, "more finding")): see the lists by severity and the projects’ own." : nil
  }

  static let schema = Schema<FindingsIndexPage>(
    "findings index",
    [
      .record("frame") { PageFrame("Findings", in: $0.outline, root: "../", place: .findings) },
      .number("open") { $0.outline.totals.open.total },
      .list("severities") { $0.counts(Severity.allCases.map(FindingList.severity)) },
      .list("states") { $0.counts(FindingList.states) },
      .list("sections") { page in
        FindingSection.listing(
          page.listing.page(1),
          of: page.outline.totals.open,
          in: page.outline,
          root: "../",
          namesProject: true
        )
      },
      .list("pages") { $0.listing.links(current: 1) },
      .flag("hasPages") { $0.listing.pages > 1 },
      .text("more") { $0.more },
      .number("rules") { $0.outline.rules.rules.count },
      .list("rulePages") { page in
        (0..<page.outline.rules.pages).map { number in
          PageLink(
            word: "\(number + 1)",
            link: Link(relative: "../rules/\(number + 1).html"),
            isCurrent: false
          )
        }
      },
    ]
  )
}
