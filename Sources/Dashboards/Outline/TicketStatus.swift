/// A word of the tracker for where tickets stand, and the tickets.
struct TicketStatus: Sendable {
  /// What tells statuses apart.
  struct Name: Hashable, Sendable {
    let standing: TicketStanding
    let word: String

    /// The status of a ticket.
    init(_ item: TicketItem) {
      standing = item.standing
      word = item.status
    }

    /// Where its standing is among all.
    var position: Int { TicketStanding.allCases.firstIndex(of: standing) ?? 0 }
  }

  let name: Name
  /// Its anchor in a list of all tickets.
  let anchor: String
  let items: [TicketItem]

  var standing: TicketStanding { name.standing }
  var word: String { name.word }
}
