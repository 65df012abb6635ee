internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// One finding in a list.
struct FindingRow: TemplateView {
  let link: Link
  let place: String
  /// What is remarkable about it, such as `new`; empty for most.
  let note: String
  /// When it was first seen; nil where brevity leaves it to the finding's own entry.
  let since: String?
  let project: NamedLink?
  /// Its ticket; nil if it has none.
  let ticket: NamedLink?

  /// A finding of a project, seen from a page whose way to the top is `root`.
  init(
    _ entry: Entry,
    of project: ProjectOutline,
    root: String,
    namesProject: Bool,
    outline: LedgerOutline,
    saysWhyWithoutTicket: Bool
  ) {
    link = Permalink.link(to: entry.id, root: root)
    let place = entry.finding.location.words.bounded(to: 160)
    self.place = place.isEmpty ? "no place given" : place
    var note = Self.note(entry, isBaseline: project.ledger.isBaseline)
    if saysWhyWithoutTicket, let reason = outline.tickets?.absence(of: entry.id).word {
      note += note.isEmpty ? reason : ", \(reason)"
    }
    self.note = note
    ticket = outline.tickets?.items(about: entry.id).first
      .map { NamedLink(name: "\($0.key) \($0.status)", link: $0.page) }
    let isPlain = note.isEmpty && ticket == nil && !namesProject
    since = outline.isBrief && isPlain ? nil : entry.firstSeen.date
    self.project =
      namesProject ? NamedLink(name: project.name, link: project.link(root: root)) : nil
  }

  private static func note(_ entry: Entry, isBaseline: Bool) -> String {
    var note = entry.state == .open ? "" : entry.state.word
    switch entry.change {
    case .new where !isBaseline, .reopened, .moved, .changed:
      if !note.isEmpty { note += ", " }
      note += entry.change.word
    case .new, .unchanged, .fixed, .removed, .carried: break
    }
    return note
  }

  static let schema = Schema<FindingRow>(
    "finding row",
    [
      .link("link") { $0.link },
      .text("place") { $0.place },
      .text("note") { $0.note },
      .text("since") { $0.since },
      .record("ticket") { $0.ticket },
      .record("project") { $0.project },
    ]
  )
}
