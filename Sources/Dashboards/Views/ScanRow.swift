internal import Findings
internal import Reconciliation
internal import Templates

/// One scan with its evidence.
struct ScanRow: TemplateView {
  let outline: ScanOutline
  let project: NamedLink

  /// A scan of a project.
  init(_ scan: ScanOutline, of project: ProjectOutline, root: String) {
    outline = scan
    self.project = NamedLink(name: project.name, link: project.link(root: root))
  }

  private var scan: Scan { outline.scan }

  private var checks: String? {
    let checks = scan.checks
    let parts = [(checks.passed, "passed"), (checks.manual, "manual"), (checks.muted, "muted")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// When it was last complete, where that is not now.
  private var lastComplete: String? {
    if scan.outcome == .complete { return nil }
    return scan.completeAt.map { "last complete \($0.inWords)" } ?? "never complete"
  }

  static let schema = Schema<ScanRow>(
    "scan",
    [
      .text("anchor") { $0.outline.anchor },
      .record("project") { $0.project },
      .text("category") { $0.scan.stream.category.title.bounded(to: 60) },
      .text("scanner") { $0.scan.stream.scanner.bounded(to: 60) },
      .text("version") { $0.scan.scannerVersion?.bounded(to: 60) },
      .text("target") { $0.scan.stream.target.bounded(to: 120) },
      .text("outcome") { $0.scan.outcome.rawValue },
      .text("symbol") { $0.scan.outcome.symbol },
      .flag("isStale") { $0.outline.isStale },
      .text("health") { $0.outline.health.word },
      .text("reason") { $0.scan.reason.bounded(to: 500) },
      .texts("notes") { $0.scan.notes.prefix(20).map { $0.bounded(to: 500) } },
      .number("findings") { $0.scan.findings },
      .number("skipped") { $0.scan.skipped == 0 ? nil : $0.scan.skipped },
      .text("checks") { $0.checks },
      .text("reader") { $0.scan.reader },
      .text("observedAt") { $0.scan.observedAt?.inWords },
      .text("completeAt") { $0.lastComplete },
      .list("artifacts") { $0.scan.artifacts.map { ArtifactRow(artifact: $0) } },
      .list("alternates") { $0.scan.alternates.map { ArtifactRow(artifact: $0) } },
    ]
  )
}
