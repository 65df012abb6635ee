internal import Actions
internal import Findings
internal import Markdown
internal import Reconciliation
internal import Templates

/// A finding with its history and evidence, under its permalink.
struct EntryView: TemplateView {
  let entry: Entry
  let outline: LedgerOutline
  let project: ProjectOutline
  /// Whether the text of its rule stands on the same page.
  let isBesideItsRule: Bool
  /// The way from every page of findings to the top.
  static let root = "../"

  /// The scanner's word for the severity, where it is another than ours.
  private var scannerSeverity: String? {
    entry.finding.scannerSeverity.flatMap {
      $0.lowercased() == entry.finding.severity.rawValue ? nil : $0.bounded(to: 40)
    }
  }

  private var since: Instant {
    switch entry.state {
    case .open, .suppressed:
      entry.history.last { $0.change == .reopened }?.at ?? entry.firstSeen
    case .unknown: entry.unknownSince ?? entry.lastSeen
    case .fixed, .removed: entry.fixedAt ?? entry.lastSeen
    }
  }

  /// What this run changed, where the state does not say it.
  private var change: String? {
    switch entry.change {
    case .new, .changed, .moved, .reopened: entry.change.word
    case .unchanged, .fixed, .removed, .carried: nil
    }
  }

  private var rulePosition: Int? {
    outline.rules.position(of: entry.finding.rule.id, scanner: entry.stream.scanner)
  }

  /// The names others know it by, unless those of its rule say as much.
  private var identifiers: [Identifier] {
    if outline.isBrief, let rulePosition,
      outline.rules.rules[rulePosition].identifiers == entry.finding.identifiers
    {
      return []
    }
    return entry.finding.identifiers
  }

  private var cvss: String? {
    entry.finding.cvss.map { cvss in
      "\(cvss.score)" + (cvss.vector.map { " (\($0.bounded(to: 120)))" } ?? "")
    }
  }

  private var suppression: String? {
    entry.finding.suppression.map { suppression in
      let who = suppression.source == .scanner ? "in the scanner" : "by a policy"
      return who + (suppression.justification.map { ": \($0.bounded(to: 500))" } ?? "")
    }
  }

  /// How this run recognised it; in brief only where that is more than the same rule at the same
  /// place.
  private var recognition: String? {
    entry.matchedBy.flatMap { pass in
      outline.isBrief && (pass == .place || pass == .fingerprint) ? nil : pass.words
    }
  }

  private var tickets: [TicketNote] {
    (outline.tickets?.items(about: entry.id) ?? [])
      .map { TicketNote(item: $0, entry: $0.entry(in: outline, root: Self.root)) }
  }

  /// Why it has no ticket although it is open; in brief the lists by reason say it.
  private var absence: String? {
    guard let tickets = outline.tickets, !outline.isBrief, entry.state.countsAsOpen,
      tickets.items(about: entry.id).isEmpty
    else { return nil }
    return tickets.absence(of: entry.id).sentence
  }

  static let schema = Schema<EntryView>(
    "finding",
    [
      .link("anchor") { Link(relative: $0.entry.id) },
      .text("title") { $0.entry.finding.title.bounded(to: 300) },
      .text("severity") { $0.entry.finding.severity.title },
      .text("style") { $0.entry.finding.severity.rawValue },
      .text("scannerSeverity") { $0.scannerSeverity },
      .text("state") { $0.entry.state.word },
      .text("since") { $0.since.date },
      .text("firstSeen") { $0.since == $0.entry.firstSeen ? nil : $0.entry.firstSeen.date },
      .text("change") { $0.change },
      .flag("isBrief") { $0.outline.isBrief },
      .record("project") { NamedLink(name: $0.project.name, link: $0.project.link(root: root)) },
      .text("place") { $0.entry.finding.location.words.bounded(to: 1_000) },
      .list("details") { Detail.all($0.entry.finding.location) },
      .text("scanner") { $0.entry.stream.scanner.bounded(to: 60) },
      .link("scan") { $0.outline.scan(of: $0.entry.stream)?.link(root: root) },
      .text("rule") { $0.entry.finding.rule.id.bounded(to: 120) },
      .link("ruleLink") { view in
        view.rulePosition.map { position in
          view.isBesideItsRule
            ? Link(relative: "#" + RuleBook.anchor(position))
            : RuleBook.link(position, root: root)
        }
      },
      .list("identifiers") { view in
        view.identifiers.prefix(30).map {
          NamedLink(name: $0.label.bounded(to: 80), link: $0.page)
        }
      },
      .list("tickets") { $0.tickets },
      .text("absence") { $0.absence },
      .text("cvss") { $0.cvss },
      .markup("message", in: .html) { view in
        view.entry.finding.message.map { Markup(markdown: $0.bounded(to: 2_000), headingsFrom: 4) }
      },
      .text("reason") { $0.entry.reason?.bounded(to: 500) },
      .text("suppression") { $0.suppression },
      .text("recognition") { $0.recognition },
      .number("occurrences") {
        $0.entry.finding.occurrences > 1 ? $0.entry.finding.occurrences : nil
      },
      .flag("hasPossiblyMovedFrom") { !$0.entry.possiblyMovedFrom.isEmpty },
      .list("possiblyMovedFrom") { view in
        view.entry.possiblyMovedFrom.prefix(10).map {
          NamedLink(name: $0.bounded(to: 40), link: view.outline.permalink(to: $0, root: root))
        }
      },
      .flag("hasHistory") { $0.entry.history.count > 1 },
      .list("history") { view in
        view.entry.history.count < 2 ? [] : view.entry.history.map { EventRow(event: $0) }
      },
    ]
  )
}
