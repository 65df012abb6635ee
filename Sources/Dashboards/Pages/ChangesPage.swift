internal import Findings
internal import Reconciliation
internal import Templates

/// What one run changed; for the latest also the way to the runs before.
struct ChangesPage: TemplateView {
  let outline: LedgerOutline
  let changes: RunChanges
  /// The runs to list; none on the page of one run.
  let runs: [RunChanges]

  /// How many runs have a page.
  static let runLimit = 60
  /// How many findings are listed for each kind of change, on the latest run's page and on others.
  static let rowLimit = (latest: 200, earlier: 50)

  private static let root = "../"

  private var frame: PageFrame {
    PageFrame(
      runs.isEmpty ? "Changes of \(changes.run.dateInWords)" : "Changes since the last run",
      in: outline,
      root: Self.root,
      place: .changes,
      twin: runs.isEmpty ? nil : "index.md"
    )
  }

  private var sections: [ChangeSection] {
    let isLatest = changes.run == outline.ledger.moment
    let limit = isLatest ? Self.rowLimit.latest : Self.rowLimit.earlier
    return RunChanges.Kind.allCases.map { kind in
      let items = changes[kind]
      let outline = outline
      return ChangeSection(
        kind: kind,
        count: items.count,
        rows: Rows(Array(items.prefix(limit))) { item in
          let project = outline.projects[item.reference.project]
          return ChangeRow(
            entry: outline[item.reference],
            note: item.note,
            project: NamedLink(name: project.name, link: project.link(root: Self.root)),
            root: Self.root
          )
        }
      )
    }
  }

  private func open(after run: Instant) -> Int? {
    outline.trend.points.last { $0.at <= run }?.open.total
  }

  static let schema = Schema<ChangesPage>(
    "changes",
    [
      .record("frame") { $0.frame },
      .text("run") { $0.changes.run.inWords },
      .text("before") { page in
        page.outline.ledger.runs.last { $0 < page.changes.run }?.inWords
      },
      .texts("kinds") { _ in RunChanges.Kind.allCases.map(\.word) },
      .list("counts") { page in
        RunChanges.Kind.allCases.map {
          LinkedCount(
            $0.word,
            page.changes[$0].count,
            style: $0.rawValue,
            link: Link(relative: "#\($0.rawValue)")
          )
        }
      },
      .text("baseline") { $0.changes.baselineWords },
      .number("open") { $0.open(after: $0.changes.run) },
      .list("sections") { $0.sections.filter { $0.count > 0 } },
      .flag("isQuiet") { $0.changes.count == 0 },
      .flag("hasRuns") { !$0.runs.isEmpty },
      .list("runs") { page in
        page.runs.map { RunRow(changes: $0, open: page.open(after: $0.run)) }
      },
    ]
  )
}
