internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// A ticket as the entry of its finding shows it.
struct TicketNote: TemplateView {
  let item: TicketItem
  /// Its entry in its project's list.
  let entry: Link

  static let schema = Schema<TicketNote>(
    "ticket of a finding",
    [
      .text("key") { $0.item.key },
      .link("page") { $0.item.page },
      .text("status") { $0.item.status },
      .link("entry") { $0.entry },
      .text("assignee") { $0.item.line.ticket.seen?.assignee?.bounded(to: 80) },
      .text("remarks") { $0.item.remarks },
    ]
  )
}
