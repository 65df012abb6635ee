internal import Findings
internal import Reconciliation
internal import Templates

/// The findings whose ids begin with the same two characters, each under its id.
struct PermalinkPage: TemplateView {
  let outline: LedgerOutline
  let shelf: String
  let references: [FindingReference]
  /// Whether the texts of the rules stand on this page, or only on pages of their own.
  let holdsRules: Bool

  /// Up to so many findings in a ledger, the rules' texts are repeated beside them.
  static let limitForRules = 10_000

  private var rulePositions: [Int] {
    guard holdsRules else { return [] }
    let positions = references.compactMap { reference in
      let entry = outline[reference]
      return outline.rules.position(of: entry.finding.rule.id, scanner: entry.stream.scanner)
    }
    return Set(positions).sorted()
  }

  static let schema = Schema<PermalinkPage>(
    "permalink page",
    [
      .record("frame") { page in
        PageFrame("Findings \(page.shelf)…", in: page.outline, root: "../", place: .findings)
      },
      .rows("entries", of: EntryView.self) { page in
        let (outline, holdsRules) = (page.outline, page.holdsRules)
        return Rows(page.references) { reference in
          EntryView(
            entry: outline[reference],
            outline: outline,
            project: outline.projects[reference.project],
            isBesideItsRule: holdsRules
          )
        }
      },
      .flag("hasRules") { $0.holdsRules },
      .rows("rules", of: RuleView.self) { page in
        let rules = page.outline.rules.rules
        return Rows(page.rulePositions) { RuleView(rule: rules[$0], position: $0) }
      },
    ]
  )

  /// All pages of a ledger, sorted.
  static func all(in outline: LedgerOutline) -> [PermalinkPage] {
    var shelves: [String: [(id: String, reference: FindingReference)]] = [:]
    for (number, project) in outline.projects.enumerated() {
      let entries = project.ledger.entries
      for index in entries.indices {
        let id = entries[index].id
        shelves[Permalink.shelf(of: id), default: []]
          .append((id, FindingReference(project: number, entry: index)))
      }
    }
    return shelves.sorted { $0.key < $1.key }
      .map { shelf, entries in
        PermalinkPage(
          outline: outline,
          shelf: shelf,
          references: entries.sorted { $0.id < $1.id }.map(\.reference),
          holdsRules: outline.count <= min(limitForRules, outline.options.briefAbove)
        )
      }
  }
}
