internal import Actions

/// How far a ticket is, whatever the words of its tracker's workflow.
enum TicketStanding: String, Sendable, CaseIterable {
  case toDo = "todo"
  case inProgress = "doing"
  case done
  case unread
  case missing

  /// How far a ticket is that has an issue.
  init(_ ticket: Ticket) {
    self =
      if ticket.missing != nil {
        .missing
      } else {
        switch ticket.seen?.phase {
        case nil: .unread
        case .new: .toDo
        case .active: .inProgress
        case .done: .done
        }
      }
  }

  /// Whether somebody still has to see to it.
  var isOpen: Bool { self == .toDo || self == .inProgress || self == .unread }

  /// The word for a page.
  var title: String {
    switch self {
    case .toDo: "To do"
    case .inProgress: "In progress"
    case .done: "Done"
    case .unread: "Not read yet"
    case .missing: "Missing"
    }
  }

  /// The letter that stands for it where the word has no room.
  var letter: String {
    switch self {
    case .toDo: "T"
    case .inProgress: "P"
    case .done: "D"
    case .unread: "N"
    case .missing: "M"
    }
  }

  /// The sign beside the word.
  var symbol: String {
    switch self {
    case .toDo: "○"
    case .inProgress: "◐"
    case .done: "✓"
    case .unread: "?"
    case .missing: "✕"
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .toDo: "Nobody has begun: its status is of the tracker’s first kind."
    case .inProgress: "Somebody is at it."
    case .done: "The tracker counts it as done, whether or not the finding is gone."
    case .unread: "It was only just made; the next run reads how it stands."
    case .missing: "The tracker no longer shows it: it was deleted, or may no longer be seen."
    }
  }
}
