internal import Findings
internal import Reconciliation
internal import Templates

/// One run in the list of runs.
struct RunRow: TemplateView {
  let changes: RunChanges
  let open: Int?

  static let schema = Schema<RunRow>(
    "run",
    [
      .text("moment") { $0.changes.run.inWords },
      .link("link") { $0.link },
      .list("counts") { row in
        RunChanges.Kind.allCases.map { kind in
          LinkedCount(
            kind.word,
            row.changes[kind].count,
            style: kind.rawValue,
            link: Link(relative: row.link.address + "#" + kind.rawValue)
          )
        }
      },
      .text("baseline") { $0.changes.baselineWords },
      .number("open") { $0.open },
    ]
  )

  private var link: Link { Link(relative: changes.run.fileName + ".html") }
}

extension RunChanges {
  /// What the run saw for the first time, in words; nil if nothing.
  var baselineWords: String? {
    baseline.projects == 0
      ? nil
      : "\(counted(baseline.projects, "project")) seen for the first time, "
        + "with \(counted(baseline.findings, "finding"))"
  }
}
