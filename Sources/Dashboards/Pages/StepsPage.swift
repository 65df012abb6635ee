internal import Actions
internal import Templates

/// What a run did in the tracker, or would do.
struct StepsPage: TemplateView {
  let frame: PageFrame
  let isApplied: Bool
  let sections: [StepSection]

  /// Where it is.
  static let path = "tickets/steps.html"

  /// The steps of a run; nil if there are none.
  init?(_ tickets: TicketOutline, in outline: LedgerOutline) {
    let report = tickets.report
    guard !report.steps.isEmpty else { return nil }
    frame = PageFrame(
      report.isApplied ? "What the run did with tickets" : "What a run would do with tickets",
      in: outline,
      root: "../",
      place: .tickets
    )
    isApplied = report.isApplied
    sections = StepSection.verbs(of: report)
      .flatMap { verb in
        [true, false].compactMap { isDone in
          let steps = report.steps.filter { $0.verb == verb && $0.isDone == isDone }
          return steps.isEmpty
            ? nil : StepSection(verb: verb, isDone: isDone, steps: steps, outline: outline)
        }
      }
  }

  static let schema = Schema<StepsPage>(
    "steps",
    [
      .record("frame") { $0.frame },
      .flag("isApplied") { $0.isApplied },
      .list("sections") { $0.sections },
    ]
  )
}
