internal import Findings
internal import Syntax

// How a ticket is written.
extension JSONWriter {
  mutating func ticket(_ ticket: Ticket) {
    beginObject()
    field("key", ticket.key.label)
    field("subject", ticket.subject)
    field("generation", ticket.generation)
    field("destination", ticket.destination)
    if let issue = ticket.issue { reference("issue", issue) }
    field("attemptedAt", ticket.attemptedAt?.description)
    field("createdAt", ticket.createdAt?.description)
    if let told = ticket.told { facts("told", told) }
    field("toldAt", ticket.toldAt?.description)
    if let note = ticket.unconfirmed {
      key("unconfirmed")
      beginObject()
      field("marker", note.marker)
      facts("facts", note.facts)
      endObject()
    }
    field("priority", ticket.written.priority)
    field("due", ticket.written.due)
    field("closedAt", ticket.closedAt?.description)
    if ticket.contradictions > 0 { field("contradictions", ticket.contradictions) }
    if let standstill = ticket.standstill {
      key("standstill")
      beginObject()
      field("status", standstill.status)
      field("reason", standstill.reason)
      endObject()
    }
    if let seen = ticket.seen { issue("seen", seen) }
    field("missing", ticket.missing)
    if let decision = ticket.decision {
      key("decision")
      beginObject()
      field("kind", decision.kind.rawValue)
      field("word", decision.word)
      field("by", decision.by)
      field("at", decision.at?.description)
      endObject()
    }
    field("linkedTo", ticket.linkedTo)
    if !ticket.doubles.isEmpty {
      key("doubles")
      beginArray()
      for double in ticket.doubles { members(of: double) }
      endArray()
    }
    endObject()
  }

  mutating func reference(_ name: StaticString, _ reference: IssueReference) {
    key(name)
    members(of: reference)
  }

  private mutating func members(of reference: IssueReference) {
    beginObject()
    field("id", reference.id)
    field("key", reference.key)
    field("url", reference.url)
    endObject()
  }

  private mutating func facts(_ name: StaticString, _ facts: TicketFacts) {
    key(name)
    beginObject()
    field("state", facts.state.rawValue)
    field("severity", facts.severity.rawValue)
    field("fixes", facts.fixes)
    key("places")
    beginObject()
    for (id, place) in facts.places.sorted(by: { $0.key < $1.key }) {
      key(text: id)
      string(place)
    }
    endObject()
    if facts.isStuck { field("isStuck", true) }
    if facts.contradictions > 0 { field("contradictions", facts.contradictions) }
    endObject()
  }

  private mutating func issue(_ name: StaticString, _ issue: Issue) {
    key(name)
    beginObject()
    reference("reference", issue.reference)
    field("status", issue.status)
    field("phase", issue.phase.rawValue)
    field("resolution", issue.resolution)
    field("labels", issue.labels)
    field("priority", issue.priority)
    field("due", issue.due)
    field("assignee", issue.assignee)
    field("createdAt", issue.createdAt?.description)
    field("updatedAt", issue.updatedAt?.description)
    field("closedAt", issue.closedAt?.description)
    field("closedBy", issue.closedBy)
    endObject()
  }
}
