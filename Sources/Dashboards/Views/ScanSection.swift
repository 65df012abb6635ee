internal import Findings
internal import Reconciliation
internal import Templates

/// The scans of one category.
struct ScanSection: TemplateView {
  let category: String
  let scans: [ScanRow]

  /// The scans of projects by category, those that prove least first.
  static func all(of projects: [ProjectOutline], root: String) -> [ScanSection] {
    var rows: [Category: [(scan: ScanOutline, project: ProjectOutline)]] = [:]
    for project in projects {
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
          }.map { ScanRow($0.scan, of: $0.project, root: root) }
        )
      }
    }
  }

  static let schema = Schema<ScanSection>(
    "scan section",
    [
      .text("category") { $0.category },
      .text("count") { counted($0.scans.count, "scan") },
      .list("scans") { $0.scans },
    ]
  )
}
