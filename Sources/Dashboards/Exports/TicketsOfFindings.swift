internal import Actions

/// The ticket about each finding, for exports.
struct TicketsOfFindings: Sendable {
  private let tickets: [String: Ticket]
  /// Whether tickets are kept at all.
  let areKept: Bool

  /// Those of a report, without those that another took the place of; none if there is no report.
  init(_ report: TicketReport?) {
    areKept = report != nil
    var tickets: [String: Ticket] = [:]
    for line in report?.lines ?? [] where !line.isPast {
      for id in line.findings where tickets[id] == nil { tickets[id] = line.ticket }
    }
    self.tickets = tickets
  }

  /// The ticket about a finding, by its id.
  subscript(_ id: String) -> Ticket? { tickets.isEmpty ? nil : tickets[id] }
}
