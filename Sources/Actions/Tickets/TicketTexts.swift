internal import Findings
internal import Hashing
internal import Markdown
internal import Reconciliation
public import Templates

/// What tickets say, by the templates under `tickets/`.
public struct TicketTexts: Sendable {
  private let title: ViewTemplate<TicketView>
  private let description: ViewTemplate<TicketView>
  private let comment: ViewTemplate<NoteView>
  private let links: TicketLinks

  /// The longest title, in characters: both Jira and GitLab refuse more than 255.
  private static let titleLimit = 240

  /// Compiles the templates.
  public init(_ library: TemplateLibrary, links: TicketLinks) throws(TemplateError) {
    title = try library.template("tickets/title.txt", for: TicketView.self)
    description = try library.template("tickets/description.md", for: TicketView.self)
    comment = try library.template("tickets/comment.md", for: NoteView.self)
    self.links = links
  }

  /// One line that names the problem.
  func title(of subject: Subject) -> String {
    let view = TicketView(subject: subject, previous: nil, scans: [], links: links)
    let line = String(decoding: title.render(view), as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= Self.titleLimit ? line : line.prefix(Self.titleLimit - 1) + "…"
  }

  /// What there is to know, in Markdown.
  func description(
    of subject: Subject,
    after previous: Ticket?,
    in ledger: ProjectLedger
  ) -> String {
    let view = TicketView(
      subject: subject,
      previous: previous?.issue,
      scans: ledger.scans,
      links: links
    )
    return String(decoding: description.render(view), as: UTF8.self)
  }

  /// What has changed since an issue was last told something.
  func note(
    on ticket: Ticket,
    about subject: Subject,
    told: TicketFacts,
    now: TicketFacts,
    in ledger: ProjectLedger,
    at moment: Instant
  ) -> TicketNote {
    let changes = TicketChanges(
      told: told,
      now: now,
      subject: subject,
      ticket: ticket,
      scans: ledger.scans
    )
    // Unlike the time, the digest tells two comments of one moment apart.
    let digest = SHA256.hash(changes.sentences.joined(separator: "\0") + ticket.key.label)
    let marker = "Vigil, \(moment), \(digest.hexadecimal.prefix(12))"
    let view = NoteView(
      changes: changes,
      marker: marker,
      page: subject.worst.flatMap(links.page)
    )
    return TicketNote(
      text: String(decoding: comment.render(view), as: UTF8.self),
      marker: marker,
      facts: now
    )
  }
}

extension Markup {
  /// A scanner's Markdown so that it can stand inside a Markdown template: whatever it opens is
  /// closed.
  init?(embedding text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self.init(MarkdownDocument(parsing: text).glfm(limit: 12_000), in: .markdown)
  }
}
