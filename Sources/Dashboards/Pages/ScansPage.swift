internal import Findings
internal import Reconciliation

/// Every scan with its evidence.
struct ScansPage: TemplateView {
  let outline: LedgerOutline

  private var sections: [ScanSection] {
    var rows: [Category: [(scan: ScanOutline, project: ProjectOutline)]] = [:]
    for project in outline.projects {
      for scan in project.scans {
        rows[scan.scan.stream.category, default: []].append((scan, project))
      }
    }
    let others = rows.keys.filter { !Category.known.contains($0) }.sorted()
    return (Category.known + others).compactMap { category in
      rows[category].map { scans in
        ScanSection(
          category: category.title.bounded(to: 60),
          scans: scans.sorted { left, right in
            (left.scan.health.rawValue, left.scan.number)
              < (right.scan.health.rawValue, right.scan.number)
          }.map { ScanRow($0.scan, of: $0.project, root: "") }
        )
      }
    }
  }

  static let schema = Schema<ScansPage>(
    "scans",
    [
      .record("frame") {
        PageFrame("Scans", in: $0.outline, place: .scans, twin: "scans.md")
      },
      .number("staleAfterDays") { $0.outline.options.staleAfterDays },
      .number("total") { $0.outline.health.total },
      .texts("healthColumns") { _ in HealthRow.columns.map(\.word) },
      .list("healthRows") { HealthRow.all($0.outline.scans, root: "") },
      .list("sections") { $0.sections },
    ]
  )
}
