import Actions
import Findings
import Testing

@Suite struct TicketReportStoringTests {
  private func report() -> TicketReport {
    let moment = Instant(seconds: 1_795_000_000)
    let reference = IssueReference(id: "10", key: "SHOP-1", url: "https://jira.example/SHOP-1")
    let key = TicketKey(project: "shop", subject: "finding/a", generation: 0)
    var ticket = Ticket(key: key, subject: "finding/a", generation: 0, destination: "SHOP")
    ticket.issue = reference
    ticket.seen = Actions.Issue(reference: reference, status: "Done", phase: .done)
    ticket.decision = Decision(kind: .accepted, word: "Accepted", by: "somebody", at: moment)
    let line = TicketReport.Line(
      project: "shop",
      ticket: ticket,
      severity: .critical,
      findings: ["a", "b"],
      isOpen: true
    )
    var past = line
    past.isOpen = false
    past.isPast = true
    var report = TicketReport(
      tracker: "Jira \"at\" <jira.example>",
      asOf: moment,
      isApplied: true,
      lines: [line, past],
      absences: ["c": .baseline, "d": .noRoute, "e": .baseline]
    )
    report.isCurrent = false
    report.steps = [
      TicketReport.Step(
        project: "shop",
        verb: "create",
        title: "[Critical] \"a\"",
        reason: "new",
        isDone: false
      ),
      TicketReport.Step(
        project: "shop",
        verb: "close",
        issue: reference,
        reason: "fixed",
        isDone: true
      ),
    ]
    return report
  }

  @Test func whatIsWrittenIsRead() throws {
    let report = report()
    let bytes = report.encoded()
    #expect(try TicketReport(decoding: bytes, file: "report") == report)
    #expect(report.encoded() == bytes)
  }

  @Test func aDamagedReportIsAProblem() {
    let bytes = report().encoded()
    for length in 0..<bytes.count - 1 {
      let error = #expect(throws: Problem.self) {
        try TicketReport(decoding: Array(bytes.prefix(length)), file: "report")
      }
      #expect(error?.file == "report")
    }
  }

  @Test func stepsAreCountedByWhatBecameOfThem() {
    let report = report()
    #expect(report.done == ["close": 1])
    #expect(report.pending == ["create": 1])
  }

  @Test func eachRunHasItsOwnKey() {
    let key = TicketReport.key(of: Instant(seconds: 1_795_000_000))
    #expect(key == "tickets/runs/20261118T110640Z.json")
  }
}
