internal import Findings
internal import Reconciliation

/// A trend as small as a word: the line of one count, without axes.
struct Sparkline: Sendable {
  let trend: Trend
  let severity: Severity?
  let title: String

  /// The last so many days of all open findings, or of those of one severity.
  init(
    _ trend: Trend,
    of severity: Severity? = nil,
    title: String = "Open findings",
    days: Int = 30
  ) {
    self.trend = trend
    self.severity = severity
    self.title = title
  }

  /// The SVG; empty for fewer than two points.
  var drawing: Markup { Markup("", in: .html) }
}
