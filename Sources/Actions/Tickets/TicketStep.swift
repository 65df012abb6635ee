/// One thing to do in a tracker.
public enum TicketStep: Sendable, Hashable {
  /// Make an issue.
  case create(TicketDraft)
  /// Say something on an issue.
  case comment(IssueReference, TicketNote)
  /// Set fields that no person has edited.
  case update(IssueReference, IssueFields)
  /// Move an issue to done, by whatever way its workflow has: because its findings are fixed, or
  /// because somebody decided to live with them.
  case close(IssueReference, status: String, isFixed: Bool = true)
  /// Move an issue out of done.
  case reopen(IssueReference, status: String)
  /// Say of an issue that it follows or repeats another.
  case link(IssueReference, to: IssueReference, Relation)

  /// How an issue relates to another.
  public enum Relation: String, Sendable, Hashable {
    /// It is about what the other was about, which is back.
    case follows
    /// It has the same key as the other, which is older.
    case duplicates
  }

  /// What is done, in a word, for counts.
  public var verb: String {
    switch self {
    case .create: "create"
    case .comment: "comment"
    case .update: "update"
    case .close: "close"
    case .reopen: "reopen"
    case .link: "link"
    }
  }

  /// The issue that it makes; nil for a step of another kind.
  public var draft: TicketDraft? {
    if case .create(let draft) = self { draft } else { nil }
  }

  /// The issue it is done to; nil for one that is only to be made.
  public var issue: IssueReference? {
    switch self {
    case .create: nil
    case .comment(let issue, _), .update(let issue, _), .close(let issue, _, _),
      .reopen(let issue, _), .link(let issue, _, _):
      issue
    }
  }
}

/// A step, the ticket it belongs to, and why it is to be done.
public struct PlannedStep: Sendable, Hashable {
  /// Vigil's name of the project.
  public var project: String
  /// The ticket.
  public var key: TicketKey
  /// What to do.
  public var step: TicketStep
  /// Why, in a sentence without a full stop.
  public var reason: String

  /// A step and its reason.
  public init(project: String, key: TicketKey, step: TicketStep, reason: String) {
    self.project = project
    self.key = key
    self.step = step
    self.reason = reason
  }
}

/// An issue that is to be made.
public struct TicketDraft: Sendable, Hashable {
  /// What it will be found by; the first of its labels.
  public var key: TicketKey
  /// The subject it is about.
  public var subject: String
  /// Which ticket about the subject it is, from 0.
  public var generation: Int
  /// Where it goes.
  public var destination: Destination
  /// One line, at most 240 characters.
  public var title: String
  /// What it says, in Markdown that is safe to parse and not yet in the tracker's language.
  public var text: String
  /// Its labels, made legal for every tracker.
  public var labels: [String]
  /// Priority and due day.
  public var fields: IssueFields
  /// What it says of the findings.
  public var facts: TicketFacts
}

/// Something to say on an issue.
public struct TicketNote: Sendable, Hashable {
  /// What to say, in Markdown; it ends with the marker.
  public var text: String
  /// The words by which it is found again: no other comment on the issue has them.
  public var marker: String
  /// What the issue has then been told.
  public var facts: TicketFacts

  /// Something to say.
  public init(text: String, marker: String, facts: TicketFacts) {
    self.text = text
    self.marker = marker
    self.facts = facts
  }
}
