internal import Findings
internal import Reconciliation

/// A list of findings.
struct FindingsPage: TemplateView {
  let frame: PageFrame
  /// What the list is of, in a sentence.
  let intro: String?
  /// What the list leaves out, in a sentence.
  let more: String?
  let sections: [FindingSection]
  let pages: [PageLink]

  /// How many findings a list shows that is not paged.
  static let limit = 1_000

  static let schema = Schema<FindingsPage>(
    "findings",
    [
      .record("frame") { $0.frame },
      .text("intro") { $0.intro },
      .text("more") { $0.more },
      .list("sections") { $0.sections },
      .list("pages") { $0.pages },
      .flag("hasPages") { !$0.pages.isEmpty },
    ]
  )
}

extension FindingsPage {
  /// A list over all projects.
  init(_ list: FindingList, in outline: LedgerOutline) {
    self.init(
      list,
      in: outline,
      projects: Array(outline.projects.indices),
      frame: PageFrame(list.title, in: outline, root: "../", place: .findings)
    )
  }

  /// A list of one project.
  init(_ list: FindingList, of number: Int, in outline: LedgerOutline) {
    let name = outline.projects[number].name
    self.init(
      list,
      in: outline,
      projects: [number],
      frame: PageFrame("\(list.title) in \(name)", in: outline, root: "../../", place: .projects)
    )
  }

  private init(_ list: FindingList, in outline: LedgerOutline, projects: [Int], frame: PageFrame) {
    let references = list.first(Self.limit, of: outline.projects, numbered: projects)
    var totals = SeverityCounts()
    for number in projects {
      let entries = outline.projects[number].ledger.entries
      for index in entries.indices where list.contains(entries[index]) {
        totals[entries[index].finding.severity] += 1
      }
    }
    let rest = totals.total - references.count
    self.init(
      frame: frame,
      intro: Self.meaning(of: list),
      more: rest > 0
        ? "\(counted(rest, "more finding")) of this list: see the projects, or findings.csv." : nil,
      sections: FindingSection.listing(
        references[...],
        of: totals,
        in: outline,
        root: frame.root,
        namesProject: projects.count != 1
      ),
      pages: []
    )
  }

  /// A further page of a project's open findings.
  init(_ page: Int, of listing: ProjectListing, in outline: LedgerOutline) {
    let project = outline.projects[listing.number]
    self.init(
      frame: PageFrame(
        "\(project.name), open findings, page \(page) of \(listing.pages)",
        in: outline,
        root: "../../",
        place: .projects
      ),
      intro: nil,
      more: nil,
      sections: FindingSection.listing(
        listing.page(page),
        of: project.totals.open,
        in: outline,
        root: "../../",
        namesProject: false
      ),
      pages: listing.links(current: page)
    )
  }

  private static func meaning(of list: FindingList) -> String? {
    switch list {
    case .severity: nil
    case .state(let state): state.meaning
    }
  }
}
