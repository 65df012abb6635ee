import Actions
import Findings
import Reconciliation
import Testing

@Suite struct TicketReportTests {
  private static let moment = Instant(seconds: 1_795_000_000)

  private func entry(_ id: String, _ state: State = .open, severity: Severity = .high) -> Entry {
    var entry = Entry(
      id: id,
      stream: Stream(project: "shop", category: .sast, scanner: "semgrep"),
      finding: Finding(
        rule: Rule(id: "rule", name: "rule"),
        severity: severity,
        title: "title",
        location: Location(path: "app.py"),
        identity: Identity(["x"], at: Place(path: "app.py"))
      ),
      firstSeen: Self.moment
    )
    entry.state = state
    return entry
  }

  private func ticket(_ subject: String, generation: Int = 0) -> Ticket {
    let key = TicketKey(project: "shop", subject: subject, generation: generation)
    var ticket = Ticket(key: key, subject: subject, generation: generation, destination: "SHOP")
    let label = "SHOP-\(subject)-\(generation)"
    ticket.issue = IssueReference(id: label, key: label, url: "https://jira.example/\(label)")
    return ticket
  }

  private func report(_ tickets: [Ticket], _ steps: [PlannedStep] = [], done: Set<PlannedStep> = [])
    -> TicketReport
  {
    let entries = [entry("a"), entry("b", .fixed), entry("c"), entry("d", severity: .low)]
    let ledger = ProjectLedger(
      name: "shop",
      isBaseline: false,
      scans: [],
      entries: entries,
      trend: []
    )
    var book = TicketBook(project: "shop", startedAt: Self.moment)
    for ticket in tickets { book.tickets[ticket.key] = ticket }
    let policy = TicketPolicy(routes: [TicketRoute(to: Destination(project: "SHOP"))])
    var plan = TicketPlan()
    plan.steps = steps
    plan.absences = ["shop": ["finding/d": .belowSeverity]]
    return TicketReport(
      tracker: "Jira",
      asOf: Self.moment,
      isApplied: true,
      situations: [TicketSituation(ledger: ledger, book: book, policy: policy)],
      plan: plan,
      done: done
    )
  }

  @Test func openFindingsHaveATicketOrAReason() {
    let report = report([ticket("finding/a"), ticket("finding/b")])
    #expect(report.lines.map(\.findings) == [["a"], ["b"]])
    #expect(report.lines.map(\.isOpen) == [true, false])
    #expect(report.absences == ["c": .pending, "d": .belowSeverity])
  }

  @Test func whatAnotherTookThePlaceOfAndWhatIsForgottenIsCountedToo() {
    let report = report([
      ticket("finding/a"), ticket("finding/a", generation: 1), ticket("finding/gone"),
    ])
    #expect(report.lines.count == 3)
    let past = report.lines.filter(\.isPast)
    #expect(past.map(\.ticket.generation) == [0])
    #expect(past.map(\.isOpen) == [false])
    let gone = report.lines.filter { $0.ticket.subject == "finding/gone" }
    #expect(gone.map(\.findings) == [[]])
    #expect(gone.map(\.isPast) == [false])
    #expect(report.absences["a"] == nil)
  }

  @Test func eachStepSaysWhetherItWasCarriedOut() throws {
    let ticket = ticket("finding/a")
    let issue = try #require(ticket.issue)
    let steps = ["High", "Low"].map { priority in
      PlannedStep(
        project: "shop",
        key: ticket.key,
        step: .update(issue, IssueFields(priority: priority)),
        reason: priority
      )
    }
    let report = report([ticket], steps, done: [steps[1]])
    #expect(report.steps.map(\.isDone) == [false, true])
    #expect(report.steps.map(\.issue) == [issue, issue])
    #expect(report.done == ["update": 1])
    #expect(report.pending == ["update": 1])
  }
}
