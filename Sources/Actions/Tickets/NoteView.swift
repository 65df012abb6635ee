internal import Findings
internal import Templates

/// A comment, as `tickets/comment.md` sees it.
struct NoteView: TemplateView {
  let changes: TicketChanges
  let marker: String
  let page: Link?

  static let schema = Schema<NoteView>(
    "comment",
    [
      .texts("sentences") { $0.changes.sentences },
      .flag("isOpen") { $0.changes.now.state == .open },
      .flag("isFixed") { $0.changes.now.state == .fixed },
      .flag("isRemoved") { $0.changes.now.state == .removed },
      .flag("isSuppressed") { $0.changes.now.state == .suppressed },
      .text("severity") { $0.changes.now.severity.title },
      .link("page") { $0.page },
      .text("marker") { $0.marker },
    ]
  )
}
