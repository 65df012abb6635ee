internal import Findings
internal import Markdown
internal import Reconciliation
internal import Templates

/// A rule with what its scanner says of it.
struct RuleView: TemplateView {
  let rule: RuleBook.Rule
  let position: Int

  private var name: String? {
    let name = rule.rule.name
    return name == rule.rule.id ? nil : name.bounded(to: 200)
  }

  private var open: String {
    let severities = Severity.allCases.filter { rule.open[$0] > 0 }
      .map { "\(rule.open[$0]) \($0.rawValue)" }
    return severities.isEmpty ? "none open" : severities.joined(separator: ", ") + " open"
  }

  private var references: [NamedLink] {
    rule.rule.references.prefix(12).compactMap { reference in
      Link(external: reference).map { NamedLink(name: reference.bounded(to: 120), link: $0) }
    }
  }

  static let schema = Schema<RuleView>(
    "rule",
    [
      .text("anchor") { RuleBook.anchor($0.position) },
      .text("id") { $0.rule.rule.id.bounded(to: 200) },
      .text("name") { $0.name },
      .text("scanner") { $0.rule.scanner.bounded(to: 60) },
      .text("open") { $0.open },
      .markup("description", in: .html) { view in
        view.rule.rule.description.map {
          Markup(markdown: $0.bounded(to: 6_000), headingsFrom: 4)
        }
      },
      .markup("remediation", in: .html) { view in
        view.rule.rule.remediation.map {
          Markup(markdown: $0.bounded(to: 4_000), headingsFrom: 4)
        }
      },
      .list("references") { $0.references },
      .flag("hasReferences") { !$0.references.isEmpty },
      .list("identifiers") { view in
        view.rule.identifiers.prefix(30).map {
          NamedLink(name: $0.label.bounded(to: 80), link: $0.page)
        }
      },
    ]
  )
}
