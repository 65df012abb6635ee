internal import Findings
internal import Reconciliation
internal import Templates

/// A ticket, as `tickets/title.txt` and `tickets/description.md` see it.
struct TicketView: TemplateView {
  let subject: Subject
  /// The ticket it follows.
  let previous: IssueReference?
  let scans: [Scan]
  let links: TicketLinks

  /// How many findings are listed; the others are counted.
  private static let limit = 50

  static let schema = Schema<TicketView>(
    "ticket",
    [
      .text("project") { $0.subject.project },
      .text("severity") { $0.facts.severity.title },
      .text("grouping") { $0.subject.route.grouping.rawValue },
      .flag("isOfFinding") { Grouping(of: $0.subject.name) == .finding },
      .flag("isOfPackage") { Grouping(of: $0.subject.name) == .package },
      .flag("isOfRule") { Grouping(of: $0.subject.name) == .rule },
      .flag("isOfImage") { Grouping(of: $0.subject.name) == .image },
      .flag("isOfControl") { Grouping(of: $0.subject.name) == .control },
      .text("scannerVersion") { view in
        view.scans.first { $0.stream == view.subject.worst?.stream }?.scannerVersion
      },
      .number("count") { $0.subject.open.count },
      .flag("isGroup") { $0.subject.open.count > 1 },
      .record("worst") { view in
        view.subject.worst.map { MemberView(entry: $0, links: view.links) }
      },
      .list("findings") { view in
        view.subject.open.prefix(Self.limit).map { MemberView(entry: $0, links: view.links) }
      },
      .number("more") { view in
        view.subject.open.count > Self.limit ? view.subject.open.count - Self.limit : nil
      },
      .texts("fixes") { $0.facts.fixes },
      .text("firstSeen") { $0.subject.firstSeen?.date },
      .text("due") { view in
        view.subject.route.dueDays[view.facts.severity].flatMap { days in
          view.subject.firstSeen.map { Instant(seconds: $0.seconds + Int64(days) * 86_400).date }
        }
      },
      .number("dueDays") { $0.subject.route.dueDays[$0.facts.severity] },
      .text("previousKey") { $0.previous?.key },
      .link("previous") { view in view.previous.flatMap { Link(external: $0.url) } },
    ]
  )

  private var facts: TicketFacts { TicketFacts(of: subject.members) }
}
