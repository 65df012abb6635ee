import Actions
import Findings
import Reconciliation

/// Tickets of the usual kind about every tenth finding of a ledger.
enum LargeTickets {
  static func report(on ledger: Ledger) -> TicketReport {
    var report = TicketReport(tracker: "Jira", asOf: ledger.moment, isApplied: true)
    for project in ledger.projects {
      for (number, entry) in project.entries.enumerated() {
        guard number % 10 == 0 else {
          report.absences[entry.id] = .belowSeverity
          continue
        }
        let label = "\(project.name.uppercased())-\(number)"
        let url = "https://jira.example/browse/\(label)"
        let reference = IssueReference(id: label, key: label, url: url)
        let key = TicketKey(project: project.name, subject: entry.id, generation: 0)
        var ticket = Ticket(key: key, subject: entry.id, generation: 0, destination: "SHOP")
        ticket.issue = reference
        ticket.createdAt = ledger.moment
        ticket.seen = Actions.Issue(reference: reference, status: "Open", phase: .new)
        report.lines.append(
          TicketReport.Line(
            project: project.name,
            ticket: ticket,
            severity: entry.finding.severity,
            findings: [entry.id],
            isOpen: true
          )
        )
      }
    }
    return report
  }
}
