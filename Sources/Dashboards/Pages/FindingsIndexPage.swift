internal import Findings
internal import Reconciliation

/// The way to all lists of findings.
struct FindingsIndexPage: TemplateView {
  let outline: LedgerOutline

  private func counts(_ isWanted: (FindingList) -> Bool) -> [LinkedCount] {
    FindingList.all.filter(isWanted).map { list in
      LinkedCount(
        list.title,
        list.count(outline.totals),
        style: list.fileName.prefix { $0 != "." }.description,
        link: Link(relative: list.fileName)
      )
    }
  }

  static let schema = Schema<FindingsIndexPage>(
    "findings index",
    [
      .record("frame") { PageFrame("Findings", in: $0.outline, root: "../", place: .findings) },
      .number("open") { $0.outline.totals.open.total },
      .list("severities") { page in
        page.counts { if case .severity = $0 { true } else { false } }
      },
      .list("states") { page in
        page.counts { if case .state = $0 { true } else { false } }
      },
      .list("projects") { page in
        page.outline.worst.map { project in
          LinkedCount(project.name, project.totals.open.total, link: project.link(root: "../"))
        }
      },
      .number("rules") { $0.outline.rules.rules.count },
      .list("rulePages") { page in
        (0..<page.outline.rules.pages).map { number in
          PageLink(
            word: "\(number + 1)",
            link: Link(relative: "../rules/\(number + 1).html"),
            isCurrent: false
          )
        }
      },
    ]
  )
}
