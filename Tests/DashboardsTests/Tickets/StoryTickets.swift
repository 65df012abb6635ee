import Actions
import Findings
import Reconciliation

/// Tickets about the findings of the story: of every standing, with decisions, contradictions,
/// copies, one that is gone, one whose workflow gives no way, and findings without one for every
/// reason.
enum StoryTickets {
  static func report(on ledger: Ledger, isApplied: Bool = true) -> TicketReport {
    var report = TicketReport(tracker: "Jira", asOf: ledger.moment, isApplied: isApplied)
    for project in ledger.projects {
      let open = project.entries.filter(\.state.countsAsOpen)
        .sorted { ($0.finding.severity.rank, $0.id) < ($1.finding.severity.rank, $1.id) }
      let ticketed = open.prefix(11)
      for (number, entry) in ticketed.enumerated() {
        report.lines.append(line(number, about: [entry], in: project, at: ledger.moment))
      }
      for (number, entry) in open.dropFirst(11).enumerated() {
        report.absences[entry.id] = Absence.allCases[number % Absence.allCases.count]
      }
      let fixed = project.entries.filter { $0.state == .fixed }
      if !fixed.isEmpty {
        var line = line(2, about: fixed, in: project, at: ledger.moment)
        line.isOpen = false
        report.lines.append(line)
        var past = line
        past.isPast = true
        past.ticket.generation = 1
        past.ticket.key = TicketKey(project: project.name, subject: "past", generation: 1)
        report.lines.append(past)
      }
    }
    report.steps = steps(report, isDone: isApplied)
    return report
  }

  private static func line(
    _ number: Int,
    about entries: [Entry],
    in project: ProjectLedger,
    at moment: Instant
  ) -> TicketReport.Line {
    let subject = "finding/\(entries.first?.id ?? "")"
    let key = TicketKey(project: project.name, subject: subject, generation: 0)
    let label = "\(project.name.uppercased())-\(number + 11)"
    let url = "https://jira.example/browse/\(label)?focus=1&view=all"
    let reference = IssueReference(id: label, key: label, url: url)
    var ticket = Ticket(key: key, subject: subject, generation: 0, destination: project.name)
    ticket.issue = reference
    ticket.createdAt = Instant(seconds: moment.seconds - Int64(number) * 19 * 86_400)
    ticket.seen = issue(number, reference, at: moment)
    decide(&ticket, number, at: moment)
    switch number {
    case 3: ticket.contradictions = 1
    case 6: ticket.missing = "404: Issue does not exist or you do not have permission to see it."
    case 7: ticket.seen = nil
    case 8:
      ticket.standstill = Standstill(
        status: "In Review",
        reason: "the field “Root cause” is needed"
      )
    case 9:
      let copy = IssueReference(id: "9", key: "\(label)9", url: "https://jira.example/browse/9")
      ticket.doubles = [copy]
    default: break
    }
    return TicketReport.Line(
      project: project.name,
      ticket: ticket,
      severity: entries.map(\.finding.severity).min() ?? .unknown,
      findings: entries.map(\.id),
      isOpen: true
    )
  }

  private static func issue(_ number: Int, _ reference: IssueReference, at moment: Instant) -> Issue
  {
    let statuses: [(String, Issue.Phase)] = [
      ("Open", .new), ("In Progress", .active), ("Done", .done), ("Done", .done),
      ("Won’t do", .done), ("Closed", .done), ("Open", .new), ("Open", .new),
      ("In Review", .active),
      ("Backlog", .new), ("Open", .new),
    ]
    let (status, phase) = statuses[number % statuses.count]
    var issue = Issue(reference: reference, status: status, phase: phase)
    issue.assignee = number % 3 == 0 ? nil : "Assignee \(number)"
    if phase == .done { issue.closedAt = Instant(seconds: moment.seconds - 3 * 86_400) }
    return issue
  }

  private static func decide(_ ticket: inout Ticket, _ number: Int, at moment: Instant) {
    let yesterday = Instant(seconds: moment.seconds - 86_400)
    switch number {
    case 4:
      ticket.decision = Decision(kind: .wontFix, word: "Won’t do", by: "Owner 4", at: yesterday)
    case 5: ticket.decision = Decision(kind: .falsePositive, word: "False Positive")
    case 10: ticket.decision = Decision(kind: .accepted, word: "risk-accepted", by: "Owner 10")
    default: break
    }
  }

  private static func steps(_ report: TicketReport, isDone: Bool) -> [TicketReport.Step] {
    report.lines.prefix(4).enumerated()
      .map { number, line in
        TicketReport.Step(
          project: line.project,
          verb: ["create", "comment", "close", "comment"][number],
          issue: line.ticket.issue,
          title: number == 0 ? "[Critical] A title for a new issue" : nil,
          reason: ["new", "critical became high", "fixed", "moved"][number],
          isDone: isDone && number != 3
        )
      }
  }
}
