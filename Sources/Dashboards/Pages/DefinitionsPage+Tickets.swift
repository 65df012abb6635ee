internal import Actions

extension DefinitionsPage {
  /// What is said of tickets.
  static let tickets = TermGroup(
    anchor: "tickets",
    title: "Tickets",
    terms: TicketStanding.allCases.map {
      Term("\($0.symbol) \($0.title)", $0.meaning, anchor: "ticket-\($0.rawValue)")
    } + [
      Term(
        "Decided in the tracker",
        "A person closed or labelled the ticket as a false positive, as an accepted risk or as not "
          + "to be fixed. It is left alone from then on; its findings stay open here until a scan "
          + "no longer shows them.",
        anchor: "ticket-decided"
      ),
      Term(
        TicketRemark.found.title,
        "\(TicketRemark.found.meaning) Once it is reopened with the evidence; after that it is only "
          + "shown.",
        anchor: "ticket-done-but-found"
      ),
      Term(
        "Age of a ticket",
        "The days since it was made, or until it was done.",
        anchor: "ticket-age"
      ),
    ]
      + Absence.allCases.map {
        Term("No ticket: \($0.word)", $0.explanation, anchor: "no-ticket-\($0.anchor)")
      }
  )
}
