internal import Actions
internal import Findings
internal import Reconciliation
internal import Templates

/// One step of a run.
struct StepRow: TemplateView {
  let step: TicketReport.Step
  let project: NamedLink

  /// A step seen from the page of steps.
  init(_ step: TicketReport.Step, in outline: LedgerOutline) {
    self.step = step
    project = NamedLink(
      name: step.project.bounded(to: 80),
      link: outline.projects.first { $0.ledger.name == step.project }?.link(root: "../")
    )
  }

  static let schema = Schema<StepRow>(
    "step",
    [
      .text("key") { $0.step.issue?.key.bounded(to: 60) },
      .link("page") { $0.step.issue.flatMap { Link(external: $0.url) } },
      .text("title") { $0.step.title?.bounded(to: 240) },
      .text("reason") { $0.step.reason.bounded(to: 300) },
      .record("project") { $0.project },
    ]
  )
}
