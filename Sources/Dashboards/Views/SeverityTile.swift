internal import Findings
internal import Reconciliation
internal import Templates

/// The open findings of one severity in figures.
struct SeverityTile: TemplateView {
  let severity: Severity
  let count: Int
  /// The share of all open findings; nil if there are none.
  let share: String?
  /// How many more than after the run before; nil if there was none.
  let delta: Int?
  /// Half of them have been open for so many days.
  let medianAge: Int?
  let link: Link?

  static let schema = Schema<SeverityTile>(
    "severity tile",
    [
      .text("word") { $0.severity.title },
      .text("letter") { $0.severity.letter },
      .text("style") { $0.severity.rawValue },
      .number("count") { $0.count },
      .text("share") { $0.share },
      .text("delta") { $0.delta.map(\.signed) },
      .text("direction") { tile in
        tile.delta.map { $0 > 0 ? "more" : $0 < 0 ? "fewer" : "same" }
      },
      .text("medianAge") { $0.medianAge.map { counted($0, "day") } },
      .link("link") { $0.count == 0 ? nil : $0.link },
    ]
  )
}
