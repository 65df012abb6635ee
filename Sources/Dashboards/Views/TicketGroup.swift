internal import Templates

/// Tickets of one status, or one decision, in a row.
struct TicketGroup: TemplateView {
  /// Its anchor; nil if it has none of its own.
  let anchor: String?
  /// What they have in common; nil if the section says it.
  let title: String?
  let rows: Rows

  static let schema = Schema<TicketGroup>(
    "ticket group",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .rows("rows", of: TicketRow.self) { $0.rows },
    ]
  )
}
