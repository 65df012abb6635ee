internal import Findings
internal import Reconciliation
internal import Templates

/// One thing that happened to a finding.
struct EventRow: TemplateView {
  let event: Event

  static let schema = Schema<EventRow>(
    "event",
    [
      .text("date") { $0.event.at.dateInWords },
      .text("word") { $0.event.change.past },
      .text("note") { $0.event.note.bounded(to: 400) },
    ]
  )
}
