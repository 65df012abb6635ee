internal import Templates

/// A finished chart: the drawing for HTML, the same data as a table, and a small one for Markdown.
///
/// Drawings carry classes and no colours; the stylesheet gives them theirs:
/// - fills: `.critical .high .medium .low .info .unknown` for severities, `.opened .closed` for
///   flows, `.open .unconfirmed .suppressed .fixed .removed` for states, `.mark` for runs in which
///   some scans could not tell, `.gap` for times without a run;
/// - lines: `.axis` (zero), `.grid` (ticks), `.border` (between segments), `.line` (sparklines);
/// - texts: `.label` (axis and segments), `.total` (figures above columns), all in `currentColor`;
/// - around them: `svg.chart` is as wide as its parent and its labels stand outside of it, so the
///   parent wants `padding: 0 1.5rem 0 3rem`; `ul.legend` with `svg.swatch`; `svg.spark`;
///   `p.zero` where there is nothing to draw.
struct Chart: TemplateView, Hashable {
  /// What it shows, such as `Open findings by severity`.
  let title: String
  /// What is to be seen, in a sentence.
  let summary: String
  /// The SVG and its legend, or a sentence where there is nothing to draw.
  let drawing: Markup
  /// The same data.
  let table: ChartTable
  /// A fenced Mermaid chart; nil where Mermaid has none for it or there is nothing to draw.
  let mermaid: Markup?

  static let schema = Schema<Chart>(
    "chart",
    [
      .text("title") { $0.title },
      .text("summary") { $0.summary },
      .markup("drawing", in: .html) { $0.drawing },
      .record("table") { $0.table },
      .markup("mermaid", in: .markdown) { $0.mermaid },
    ]
  )
}
