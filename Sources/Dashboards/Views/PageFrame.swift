internal import Findings
internal import Reconciliation
internal import Templates

/// What every page says around its content.
struct PageFrame: TemplateView {
  /// The page's own title.
  let title: String
  /// The way from the page to the top folder: empty, `../`, `../../`.
  let root: String
  /// The Markdown twin beside the page, if it has one.
  let twin: String?
  /// Which entry of the navigation the page belongs to.
  let place: NavigationItem.Place
  private let outline: LedgerOutline

  /// The frame of one page of a dashboard.
  init(
    _ title: String,
    in outline: LedgerOutline,
    root: String = "",
    place: NavigationItem.Place,
    twin: String? = nil
  ) {
    self.title = title
    self.root = root
    self.place = place
    self.twin = twin
    self.outline = outline
  }

  static let schema = Schema<PageFrame>(
    "frame",
    [
      .text("title") { $0.title.bounded(to: 120) },
      .text("organisation") { $0.outline.options.title.bounded(to: 120) },
      .link("root") { Link(relative: $0.root) },
      .text("report") { ExportFile.path("report.json", isPacked: $0.outline.isBrief) },
      .text("table") { ExportFile.path("findings.csv", isPacked: $0.outline.isBrief) },
      .link("twin") { $0.twin.map(Link.init(relative:)) },
      .text("asOf") { $0.outline.ledger.moment.inWords },
      .text("moment") { $0.outline.ledger.moment.description },
      .text("previous") { $0.outline.ledger.previous?.inWords },
      .text("previousMoment") { $0.outline.ledger.previous?.description },
      .text("snapshot") { $0.outline.ledger.snapshot },
      .text("snapshotShort") { String($0.outline.ledger.snapshot.prefix(12)) },
      .text("generatedBy") { $0.outline.options.generatedBy },
      .list("navigation") { frame in
        NavigationItem.Place.allCases.filter { $0 != .tickets || frame.outline.tickets != nil }
          .map { NavigationItem(place: $0, root: frame.root, isCurrent: $0 == frame.place) }
      },
    ]
  )
}
