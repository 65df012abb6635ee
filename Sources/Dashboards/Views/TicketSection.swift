internal import Findings
internal import Templates

/// Tickets in one table.
struct TicketSection: TemplateView {
  let anchor: String
  let title: String
  /// What they have in common, in a sentence; nil if the title says it.
  var meaning: String?
  /// How many there are, those left out included.
  let count: Int
  let groups: [TicketGroup]
  /// Whether the table says what people decided instead of who has the ticket.
  var showsDecisions = false
  /// Where all of them are listed, if not here.
  var whole: Link?

  private var more: String? {
    let more = count - groups.reduce(0) { $0 + $1.rows.count }
    return more > 0 ? counted(more, "more ticket") : nil
  }

  static let schema = Schema<TicketSection>(
    "ticket section",
    [
      .text("anchor") { $0.anchor },
      .text("title") { $0.title },
      .text("meaning") { $0.meaning },
      .number("count") { $0.count },
      .text("tickets") { counted($0.count, "ticket") },
      .list("groups") { $0.groups },
      .flag("showsDecisions") { $0.showsDecisions },
      .text("more") { $0.more },
      .link("whole") { $0.whole },
    ]
  )
}
