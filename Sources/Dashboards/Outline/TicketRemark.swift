internal import Actions

/// Why somebody should look at a ticket.
enum TicketRemark: String, Sendable, CaseIterable {
  case found = "done-but-found"
  case missing = "gone"
  case stuck
  case doubled = "copies"

  /// Whether it is a reason to look at a ticket.
  func applies(to item: TicketItem) -> Bool {
    switch self {
    case .found: item.isDoneButFound
    case .missing: item.standing == .missing
    case .stuck: item.line.ticket.standstill != nil
    case .doubled: !item.line.ticket.doubles.isEmpty
    }
  }

  /// What its table is called.
  var title: String {
    switch self {
    case .found: "Done, but still found"
    case .missing: "Missing in the tracker"
    case .stuck: "Where the workflow gives no way"
    case .doubled: "Copied by somebody"
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .found:
      "The tracker says done, nobody decided to leave it so, and a scan still shows a finding."
    case .missing: "The tracker no longer shows them: they were deleted, or may no longer be seen."
    case .stuck: "They should be moved, and their status has no way there: a person has to do it."
    case .doubled: "Other issues bear the same key; the first one is kept true."
    }
  }
}
