internal import Templates

/// A page of rules, with what their scanners say of them.
struct RulesPage: TemplateView {
  let outline: LedgerOutline
  /// Counted from 1.
  let page: Int

  static let schema = Schema<RulesPage>(
    "rules",
    [
      .record("frame") { page in
        PageFrame(
          "Rules, page \(page.page) of \(page.outline.rules.pages)",
          in: page.outline,
          root: "../",
          place: .findings
        )
      },
      .rows("rules", of: RuleView.self) { page in
        let rules = page.outline.rules.rules
        let start = (page.page - 1) * RuleBook.pageSize
        return Rows(Array(start..<min(rules.count, start + RuleBook.pageSize))) {
          RuleView(rule: rules[$0], position: $0)
        }
      },
      .flag("hasPages") { $0.outline.rules.pages > 1 },
      .list("pages") { page in
        (1...max(1, page.outline.rules.pages)).map { number in
          PageLink(
            word: "\(number)",
            link: Link(relative: "\(number).html"),
            isCurrent: number == page.page
          )
        }
      },
    ]
  )
}
