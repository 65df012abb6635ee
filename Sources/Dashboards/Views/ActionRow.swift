internal import Findings
internal import Reconciliation
internal import Templates

/// One thing to do that closes many findings.
struct ActionRow: TemplateView {
  let action: UpgradeAction
  /// The projects it concerns, the first few of them.
  let projects: [NamedLink]

  /// An upgrade, and how many projects to name.
  init(_ action: UpgradeAction, of projects: [ProjectOutline], root: String, naming limit: Int = 3)
  {
    self.action = action
    self.projects = action.projects.prefix(limit).map {
      NamedLink(name: projects[$0].name, link: projects[$0].link(root: root))
    }
  }

  private var severities: String {
    Severity.allCases.filter { action.open[$0] > 0 }
      .map { "\(action.open[$0]) \($0.rawValue)" }.joined(separator: ", ")
  }

  static let schema = Schema<ActionRow>(
    "action",
    [
      .text("package") { $0.action.package.bounded(to: 80) },
      .text("ecosystem") { $0.action.ecosystem.bounded(to: 40) },
      .text("version") { $0.action.version.bounded(to: 40) },
      .number("count") { $0.action.open.total },
      .text("findings") { counted($0.action.open.total, "finding") },
      .text("severities") { $0.severities },
      .list("projects") { $0.projects },
      .text("more") { row in
        let more = row.action.projects.count - row.projects.count
        return more > 0 && !row.projects.isEmpty ? "and \(more) more" : nil
      },
    ]
  )
}
