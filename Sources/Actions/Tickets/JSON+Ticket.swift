internal import Findings
internal import Syntax

// How a ticket is read back.
extension JSON {
  func requiredInstant(_ key: StaticString) throws(SyntaxError) -> Instant {
    guard let instant = try optionalInstant(key) else { throw self[key].error("is missing") }
    return instant
  }

  func optionalInstant(_ key: StaticString) throws(SyntaxError) -> Instant? {
    guard let text = try optionalString(key) else { return nil }
    guard let instant = Instant(iso8601: text) else { throw self[key].error("is not a moment") }
    return instant
  }

  func ticket() throws(SyntaxError) -> Ticket {
    guard let key = TicketKey(label: try requiredString("key")) else {
      throw self["key"].error("is not the key of a ticket")
    }
    var ticket = Ticket(
      key: key,
      subject: try requiredString("subject"),
      generation: try optionalInt("generation") ?? 0,
      destination: try requiredString("destination")
    )
    ticket.issue = try reference("issue")
    ticket.attemptedAt = try optionalInstant("attemptedAt")
    ticket.createdAt = try optionalInstant("createdAt")
    ticket.told = try facts("told")
    ticket.toldAt = try optionalInstant("toldAt")
    let note = try optionalObject("unconfirmed")
    if let facts = try note.facts("facts") {
      ticket.unconfirmed = UnconfirmedNote(marker: try note.requiredString("marker"), facts: facts)
    }
    ticket.written = IssueFields(
      priority: try optionalString("priority"),
      due: try optionalString("due")
    )
    ticket.closedAt = try optionalInstant("closedAt")
    ticket.contradictions = try optionalInt("contradictions") ?? 0
    let standstill = try optionalObject("standstill")
    if let status = try standstill.optionalString("status") {
      ticket.standstill = Standstill(
        status: status,
        reason: try standstill.requiredString("reason")
      )
    }
    ticket.seen = try issue("seen")
    ticket.missing = try optionalString("missing")
    ticket.decision = try decision("decision")
    ticket.linkedTo = try optionalString("linkedTo")
    for double in try optionalArray("doubles").elements {
      ticket.doubles.append(try double.reference())
    }
    return ticket
  }

  func reference(_ key: StaticString) throws(SyntaxError) -> IssueReference? {
    let json = try optionalObject(key)
    return json.exists ? try json.reference() : nil
  }

  private func reference() throws(SyntaxError) -> IssueReference {
    IssueReference(
      id: try requiredString("id"),
      key: try requiredString("key"),
      url: try requiredString("url")
    )
  }

  private func facts(_ key: StaticString) throws(SyntaxError) -> TicketFacts? {
    let json = try optionalObject(key)
    guard json.exists else { return nil }
    var facts = TicketFacts(
      state: try json.word("state"),
      severity: try json.word("severity"),
      fixes: json["fixes"].elements.compactMap(\.string)
    )
    for (id, place) in json["places"].members { facts.places[id] = place.string ?? "" }
    facts.isStuck = json["isStuck"].bool ?? false
    facts.contradictions = try json.optionalInt("contradictions") ?? 0
    return facts
  }

  private func issue(_ key: StaticString) throws(SyntaxError) -> Issue? {
    let json = try optionalObject(key)
    guard json.exists, let reference = try json.reference("reference") else { return nil }
    var issue = Issue(
      reference: reference,
      status: try json.requiredString("status"),
      phase: try json.word("phase"),
      resolution: try json.optionalString("resolution"),
      labels: json["labels"].elements.compactMap(\.string),
      priority: try json.optionalString("priority"),
      due: try json.optionalString("due")
    )
    issue.assignee = try json.optionalString("assignee")
    issue.createdAt = try json.optionalInstant("createdAt")
    issue.updatedAt = try json.optionalInstant("updatedAt")
    issue.closedAt = try json.optionalInstant("closedAt")
    issue.closedBy = try json.optionalString("closedBy")
    return issue
  }

  private func decision(_ key: StaticString) throws(SyntaxError) -> Decision? {
    let json = try optionalObject(key)
    guard json.exists else { return nil }
    return Decision(
      kind: try json.word("kind"),
      word: try json.requiredString("word"),
      by: try json.optionalString("by"),
      at: try json.optionalInstant("at")
    )
  }

  func word<Word: RawRepresentable<String>>(
    _ key: StaticString
  ) throws(SyntaxError) -> Word {
    let text = try requiredString(key)
    guard let word = Word(rawValue: text) else { throw self[key].error("is no word for it") }
    return word
  }
}
