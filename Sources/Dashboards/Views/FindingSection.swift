internal import Findings
internal import Reconciliation
internal import Templates

/// The findings of one severity in a list, those of one rule together.
struct FindingSection: TemplateView {
  let severity: Severity
  let caption: String
  let namesProject: Bool
  let groups: [FindingGroup]

  static let schema = Schema<FindingSection>(
    "finding section",
    [
      .text("word") { $0.severity.title },
      .text("style") { $0.severity.rawValue },
      .text("letter") { $0.severity.letter },
      .text("caption") { $0.caption },
      .flag("namesProject") { $0.namesProject },
      .list("groups") { $0.groups },
    ]
  )
}
