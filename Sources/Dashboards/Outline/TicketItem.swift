internal import Actions
internal import Findings
internal import Templates

/// A ticket with what pages add to it.
struct TicketItem: Sendable {
  let line: TicketReport.Line
  /// The number of its project.
  let project: Int
  let standing: TicketStanding
  /// Its findings as far as the ledger has them, in the ledger's order.
  var findings: [FindingReference] = []
  /// Whether a scan still shows one of them.
  var isShown = false

  /// A ticket of the project with a number.
  init(_ line: TicketReport.Line, project: Int) {
    self.line = line
    self.project = project
    standing = TicketStanding(line.ticket)
  }

  /// What people call it.
  var key: String { line.ticket.issue?.key.bounded(to: 60) ?? line.ticket.key.label }

  /// Its page in the tracker; nil if the tracker's address leads nowhere safe.
  var page: Link? { line.ticket.issue.flatMap { Link(external: $0.url) } }

  /// The tracker's word for where it stands, or ours where it says nothing.
  var status: String {
    let word = standing == .missing ? nil : line.ticket.seen?.status.bounded(to: 60)
    return word.flatMap { $0.isEmpty ? nil : $0 } ?? standing.title
  }

  /// What a person decided in it.
  var decision: Decision? { line.ticket.decision }

  /// Whether it is done, by nobody's decision, while a scan still shows a finding of it.
  var isDoneButFound: Bool { line.isDoneWhileOpen && isShown }

  /// Its anchor in its project's list.
  var anchor: String { line.ticket.key.label }

  /// What is remarkable about it, in a few words; empty for most.
  var remarks: String {
    let ticket = line.ticket
    var remarks: [String] = []
    if let missing = ticket.missing { remarks.append(missing.bounded(to: 200)) }
    if let decision { remarks.append(decision.words) }
    if isDoneButFound {
      remarks.append(
        line.isContradicted
          ? "done, but still found, after it was reopened once" : "done, but still found"
      )
    } else if line.isDoneWhileOpen {
      remarks.append("done, and no scan has confirmed it")
    }
    if let standstill = ticket.standstill {
      let status = standstill.status.bounded(to: 60)
      remarks.append("no way on from “\(status)”: \(standstill.reason.bounded(to: 200))")
    }
    if line.isPast { remarks.append("a later ticket took its place") }
    return remarks.joined(separator: "; ")
  }

  /// Whether it stands before another in a list: the worse, then the older.
  func isBefore(_ other: TicketItem) -> Bool {
    if line.severity != other.line.severity { return line.severity < other.line.severity }
    let (made, others) = (line.ticket.createdAt?.seconds, other.line.ticket.createdAt?.seconds)
    if made != others { return made ?? .max < others ?? .max }
    return project == other.project
      ? line.ticket.key < other.line.ticket.key : project < other.project
  }
}
