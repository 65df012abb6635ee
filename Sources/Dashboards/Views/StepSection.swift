internal import Actions
internal import Findings
internal import Templates

/// The steps of one kind that a run carried out, or that are still to be done.
struct StepSection: TemplateView {
  let verb: String
  let isDone: Bool
  let steps: [TicketReport.Step]
  let outline: LedgerOutline

  /// How many steps are listed.
  static let limit = 200

  /// Its anchor.
  static func anchor(_ verb: String, isDone: Bool) -> String {
    "\(verb)-\(isDone ? "done" : "open")"
  }

  /// The kinds of steps in the order they are done, those that were not foreseen last.
  static func verbs(of report: TicketReport) -> [String] {
    let known = ["create", "comment", "update", "reopen", "close", "link"]
    let verbs = Set(report.steps.map(\.verb))
    return known.filter(verbs.contains) + verbs.subtracting(known).sorted()
  }

  private var title: String {
    let verb = verb.bounded(to: 40)
    return "\(verb.prefix(1).uppercased())\(verb.dropFirst()): \(isDone ? "done" : "to be done")"
  }

  private var rows: Rows {
    let outline = outline
    return Rows(Array(steps.prefix(Self.limit))) { StepRow($0, in: outline) }
  }

  static let schema = Schema<StepSection>(
    "step section",
    [
      .text("anchor") { anchor($0.verb, isDone: $0.isDone) },
      .text("title") { $0.title },
      .text("steps") { counted($0.steps.count, "step") },
      .rows("rows", of: StepRow.self) { $0.rows },
      .text("more") { section in
        let more = section.steps.count - limit
        return more > 0 ? counted(more, "more step") : nil
      },
    ]
  )
}
