internal import Templates

/// The tickets of one standing, or of one status, in figures.
struct TicketTile: TemplateView {
  let standing: TicketStanding
  /// The tracker's word; that of the standing if this is about all its words.
  let word: String
  let count: Int
  /// The share of all tickets; nil if there are none.
  let share: String?
  let link: Link

  static let schema = Schema<TicketTile>(
    "ticket tile",
    [
      .text("word") { $0.word },
      .text("standing") { $0.standing.title },
      .text("symbol") { $0.standing.symbol },
      .text("style") { $0.standing.rawValue },
      .number("count") { $0.count },
      .text("share") { $0.share },
      .link("link") { $0.count == 0 ? nil : $0.link },
    ]
  )
}
