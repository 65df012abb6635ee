internal import Findings
internal import Reconciliation
internal import Templates

/// The findings that a run changed in one way.
struct ChangeSection: TemplateView {
  let kind: RunChanges.Kind
  let count: Int
  let rows: Rows

  static let schema = Schema<ChangeSection>(
    "change section",
    [
      .text("anchor") { $0.kind.rawValue },
      .text("word") { $0.kind.word },
      .number("count") { $0.count },
      .text("findings") { counted($0.count, "finding") },
      .text("more") { section in
        let more = section.count - section.rows.count
        return more > 0 ? counted(more, "more finding") : nil
      },
      .rows("rows", of: ChangeRow.self) { $0.rows },
    ]
  )
}
