internal import Findings
internal import Reconciliation
internal import Templates

/// One report file, as evidence.
struct ArtifactRow: TemplateView {
  let artifact: Artifact

  static let schema = Schema<ArtifactRow>(
    "artifact",
    [
      .text("key") { $0.artifact.key.bounded(to: 1_024) },
      .number("size") { $0.artifact.size },
      .text("sha256") { $0.artifact.sha256 },
    ]
  )
}
