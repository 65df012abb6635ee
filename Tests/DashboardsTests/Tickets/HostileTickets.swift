import Actions
import Findings
import Reconciliation

/// Tickets with a text that tries to be something else in every field that a tracker fills.
enum HostileTickets {
  static func report(on ledger: Ledger) -> TicketReport {
    var report = TicketReport(tracker: hostileTexts[0], asOf: ledger.moment, isApplied: false)
    var number = 0
    for project in ledger.projects {
      for entry in project.entries {
        number += 1
        if number % 4 == 0 { continue }
        let text = hostileTexts[number % hostileTexts.count]
        let ticket = ticket(about: entry.id, number, text, at: ledger.moment)
        report.lines.append(
          TicketReport.Line(
            project: project.name,
            ticket: ticket,
            severity: entry.finding.severity,
            findings: [entry.id, text],
            isOpen: entry.state.countsAsOpen
          )
        )
        report.steps.append(
          TicketReport.Step(
            project: text,
            verb: "comment",
            issue: ticket.issue,
            title: text,
            reason: text,
            isDone: false
          )
        )
      }
    }
    return report
  }

  private static func ticket(
    about id: String,
    _ number: Int,
    _ text: String,
    at moment: Instant
  ) -> Ticket {
    let urls = [
      "javascript:alert(1)", "https://evil.example/\"onclick=alert(1)>", text,
      "https://evil.example/a b|)](x)",
    ]
    let reference = IssueReference(id: text, key: text, url: urls[number % urls.count])
    let key = TicketKey(project: text, subject: id, generation: 0)
    var ticket = Ticket(key: key, subject: text, generation: 0, destination: text)
    ticket.issue = reference
    ticket.createdAt = moment
    let phase = Issue.Phase.allCases[number % 3]
    var issue = Issue(reference: reference, status: text, phase: phase, labels: [text])
    issue.assignee = text
    issue.closedBy = text
    ticket.seen = issue
    let kind = Decision.Kind.allCases[number % 3]
    if number % 2 == 0 {
      ticket.decision = Decision(kind: kind, word: text, by: text, at: moment)
    }
    if number % 5 == 0 { ticket.missing = text }
    if number % 3 == 0 { ticket.standstill = Standstill(status: text, reason: text) }
    if number % 7 == 0 { ticket.doubles = [reference] }
    return ticket
  }
}
