internal import Findings
internal import Reconciliation
internal import Templates

/// Every scan with its evidence.
struct ScansPage: TemplateView {
  let outline: LedgerOutline

  static let schema = Schema<ScansPage>(
    "scans",
    [
      .record("frame") {
        PageFrame("Scans", in: $0.outline, place: .scans, twin: "scans.md")
      },
      .number("staleAfterDays") { $0.outline.options.staleAfterDays },
      .number("total") { $0.outline.health.total },
      .texts("healthColumns") { _ in HealthRow.columns.map(\.word) },
      .list("healthRows") { HealthRow.all($0.outline.scans, root: "") },
      .list("scanSections") { ScanSection.all(of: $0.outline.projects, root: "") },
    ]
  )
}
