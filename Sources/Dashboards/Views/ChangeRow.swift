internal import Findings
internal import Reconciliation
internal import Templates

/// One finding that a run changed.
struct ChangeRow: TemplateView {
  let entry: Entry
  let note: String
  let project: NamedLink
  let root: String

  static let schema = Schema<ChangeRow>(
    "change",
    [
      .text("severity") { $0.entry.finding.severity.title },
      .text("style") { $0.entry.finding.severity.rawValue },
      .text("letter") { $0.entry.finding.severity.letter },
      .text("title") { $0.entry.finding.title.bounded(to: 160) },
      .link("link") { Permalink.link(to: $0.entry.id, root: $0.root) },
      .text("place") { $0.entry.finding.location.words.bounded(to: 160) },
      .text("note") { $0.note.bounded(to: 200) },
      .record("project") { $0.project },
    ]
  )
}
