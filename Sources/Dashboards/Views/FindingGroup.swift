internal import Templates

/// Findings of one rule, in a row.
struct FindingGroup: TemplateView {
  let title: String
  let rule: String
  let ruleLink: Link?
  let scanner: String
  let findings: Rows

  static let schema = Schema<FindingGroup>(
    "finding group",
    [
      .text("title") { $0.title },
      .text("rule") { $0.rule },
      .link("ruleLink") { $0.ruleLink },
      .text("scanner") { $0.scanner },
      .number("count") { $0.findings.count },
      .rows("findings", of: FindingRow.self) { $0.findings },
    ]
  )
}
