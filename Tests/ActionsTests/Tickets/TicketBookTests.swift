import Actions
import Findings
import Testing

@Suite struct TicketBookTests {
  private func book() -> TicketBook {
    var book = TicketBook(project: "shop", startedAt: Instant(seconds: 1_795_000_000))
    let key = TicketKey(project: "shop", subject: "finding/a", generation: 1)
    var ticket = Ticket(key: key, subject: "finding/a", generation: 1, destination: "SHOP")
    let reference = IssueReference(id: "10", key: "SHOP-1", url: "https://jira.example/SHOP-1")
    var facts = TicketFacts(
      state: .open,
      severity: .critical,
      fixes: ["lodash 4.17.21"],
      places: ["a": "src/\"a\".py", "b": "<b>"]
    )
    facts.isStuck = true
    facts.contradictions = 2
    ticket.issue = reference
    ticket.attemptedAt = Instant(seconds: 1)
    ticket.createdAt = Instant(seconds: 2)
    ticket.told = facts
    ticket.toldAt = Instant(seconds: 3)
    ticket.unconfirmed = UnconfirmedNote(marker: "Vigil, …", facts: facts)
    ticket.written = IssueFields(priority: "High", due: "2026-12-01")
    ticket.closedAt = Instant(seconds: 4)
    ticket.contradictions = 1
    ticket.standstill = Standstill(status: "Done", reason: "a field")
    var issue = Actions.Issue(reference: reference, status: "Done", phase: .done)
    issue.resolution = "Won't Do"
    issue.labels = ["vigil"]
    issue.assignee = "somebody"
    issue.createdAt = Instant(seconds: 5)
    issue.updatedAt = Instant(seconds: 6)
    issue.closedAt = Instant(seconds: 7)
    issue.closedBy = "somebody else"
    ticket.seen = issue
    ticket.missing = "gone"
    ticket.decision = Decision(
      kind: .wontFix,
      word: "Won't Do",
      by: "somebody else",
      at: Instant(seconds: 7)
    )
    ticket.linkedTo = "9"
    ticket.doubles = [reference]
    book.tickets[key] = ticket
    return book
  }

  @Test func whatIsWrittenIsRead() throws {
    let book = book()
    #expect(try TicketBook(decoding: book.encoded(), file: "book") == book)
    #expect(try TicketBook(decoding: book.encoded(), file: "book").encoded() == book.encoded())
  }

  @Test func aDamagedBookIsNotTakenForAnEmptyOne() {
    let bytes = book().encoded()
    for length in 0..<bytes.count - 1 {
      let error = #expect(throws: Problem.self) {
        try TicketBook(decoding: Array(bytes.prefix(length)), file: "book")
      }
      #expect(error?.file == "book")
    }
  }

  @Test func aBookOfANewerVersionIsLeftAlone() {
    let text = String(decoding: book().encoded(), as: UTF8.self)
      .replacing("\"format\":1", with: "\"format\":2")
    let error = #expect(throws: Problem.self) {
      try TicketBook(decoding: Array(text.utf8), file: "book")
    }
    #expect(error?.problem.contains("a newer one wrote it") == true)
  }

  @Test func keysDifferWhereverSubjectsDo() {
    let keys = Set(
      ["a", "b"].flatMap { project in
        ["x", "y"].flatMap { subject in
          (0..<3).map { TicketKey(project: project, subject: subject, generation: $0) }
        }
      }
    )
    #expect(keys.count == 12)
    for key in keys { #expect(TicketKey(label: key.label.uppercased()) == key) }
    #expect(TicketKey(label: "vigil") == nil)
    #expect(TicketKey(label: "vigil-0123456789abcdef0123456z") == nil)
  }
}
