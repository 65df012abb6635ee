public import Findings

/// What we remember of one ticket.
public struct Ticket: Sendable, Hashable {
  /// What it is found by.
  public var key: TicketKey
  /// What it is about: a subject's name.
  public var subject: String
  /// Which ticket about that subject it is, from 0.
  public var generation: Int
  /// The tracker's project it was made in.
  public var destination: String
  /// Its issue; nil as long as nobody has confirmed that there is one.
  public var issue: IssueReference?
  /// When a request to make it was last sent that nobody has confirmed; nil otherwise.
  public var attemptedAt: Instant?
  /// When it was made or found.
  public var createdAt: Instant?
  /// What the issue says; nil before it is made.
  public var told: TicketFacts?
  /// When that was said.
  public var toldAt: Instant?
  /// A comment that was sent and that nobody has confirmed.
  public var unconfirmed: UnconfirmedNote?
  /// The fields as we last wrote them; a field that differs was edited by a person.
  public var written = IssueFields()
  /// When it was closed because its findings were; nil while it is open.
  public var closedAt: Instant?
  /// How often it was reopened because it was done while its findings were still there.
  public var contradictions = 0
  /// From where the workflow gave no way to where the issue should be; nil if it never refused.
  public var standstill: Standstill?
  /// The issue as it was last seen; nil before.
  public var seen: Issue?
  /// Why it could last not be seen; nil if it could.
  public var missing: String?
  /// What a person decided in the tracker.
  public var decision: Decision?
  /// The ticket of the generation before that its issue is linked to; nil as long as it is not.
  public var linkedTo: String?
  /// Other issues with the same key: copies that somebody made, to be told so.
  public var doubles: [IssueReference] = []

  /// A ticket that is not made yet.
  public init(key: TicketKey, subject: String, generation: Int, destination: String) {
    self.key = key
    self.subject = subject
    self.generation = generation
    self.destination = destination
  }
}

/// A comment of which nobody knows whether it arrived.
public struct UnconfirmedNote: Sendable, Hashable {
  /// The words at its end by which it is found.
  public var marker: String
  /// What the issue has been told if it did arrive.
  public var facts: TicketFacts

  /// A comment by its marker.
  public init(marker: String, facts: TicketFacts) {
    self.marker = marker
    self.facts = facts
  }
}

/// A status from which the workflow has no way to where an issue should be.
public struct Standstill: Sendable, Hashable {
  /// The workflow's word.
  public var status: String
  /// Why there is no way, such as a field that a person must fill in.
  public var reason: String

  /// A status and the reason.
  public init(status: String, reason: String) {
    self.status = status
    self.reason = reason
  }
}

/// The fields of an issue that follow the finding until a person edits them.
public struct IssueFields: Sendable, Hashable {
  /// The tracker's name of the priority.
  public var priority: String?
  /// The day it is due, as `2026-11-24`.
  public var due: String?

  /// Fields; those left out are not touched.
  public init(priority: String? = nil, due: String? = nil) {
    self.priority = priority
    self.due = due
  }

  /// Takes over the fields that others have.
  mutating func set(_ others: IssueFields) {
    priority = others.priority ?? priority
    due = others.due ?? due
  }
}
