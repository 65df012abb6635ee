internal import Findings
internal import Reconciliation
internal import Templates

/// Findings opened (up) against findings closed (down), day by day.
struct FlowChart: Sendable {
  private static let plot = Plot(height: 110, above: 8, below: 24)

  let title: String
  private let bars: [FlowBar]
  private let axis: TimeAxis?
  private let step: Int
  /// The highest ticks above and below zero.
  private let tops: (opened: Int, closed: Int)

  /// The last so many days of a trend, on the same axis as its `TrendChart`.
  init(_ trend: Trend, title: String = "Opened and closed findings", days: Int = 90) {
    self.title = title
    let trend = trend.last(days: days)
    axis = trend.sampled(to: 180).axis
    bars = FlowBar.bars(of: trend, limit: 92)
    let opened = bars.map(\.opened).max() ?? 0
    let closed = bars.map(\.closed).max() ?? 0
    let counts = CountAxis(max(opened, closed), steps: 3)
    step = counts.step
    tops = (
      opened == 0 ? 0 : CountAxis(opened, step: counts.step).top,
      closed == 0 ? 0 : CountAxis(closed, step: counts.step).top
    )
  }

  /// The finished chart.
  var chart: Chart {
    Chart(title: title, summary: summary, drawing: drawing, table: table, mermaid: mermaid)
  }

  private var total: (opened: Int, closed: Int) {
    bars.reduce((0, 0)) { ($0.0 + $1.opened, $0.1 + $1.closed) }
  }

  private var summary: String {
    guard let first = bars.first, let last = bars.last else { return "No run yet." }
    let dates =
      first.start.date == last.end.date
      ? "on \(first.start.date)" : "from \(first.start.date) to \(last.end.date)"
    return "\(total.opened) opened and \(total.closed) closed \(dates)."
  }

  private var table: ChartTable {
    ChartTable(
      caption: title,
      columns: ["Day", "Opened", "Closed"],
      rows: bars.map { ChartRow(label: $0.label, cells: ["\($0.opened)", "\($0.closed)"]) }
    )
  }

  private var mermaid: Markup? {
    guard total.opened + total.closed > 0 else { return nil }
    let shown = bars.suffix(14)
    return Mermaid.lines(
      title: "\(title) (bars opened, line closed)",
      labels: shown.map { TimeAxis.label($0.start) },
      series: [("bar", shown.map(\.opened)), ("line", shown.map(\.closed))]
    )
  }
}

// The drawing.
extension FlowChart {
  private var drawing: Markup {
    guard let axis, total.opened + total.closed > 0 else {
      var html = SVGWriter()
      html.element("p", ["class": "zero"], text: summary)
      return Markup(html.bytes, in: .html)
    }
    let svg = Self.plot.drawing(
      title: title,
      summary: summary,
      shapes: { svg in
        draw("opened", on: axis, in: &svg) { $0.opened }
        draw("closed", on: axis, in: &svg) { -$0.closed }
      },
      labels: { svg in
        for tick in stride(from: -tops.closed, through: tops.opened, by: step) {
          Self.plot.rule(at: y(tick), style: tick == 0 ? "axis" : "grid", in: &svg)
          Self.plot.label(Figure.short(abs(tick)), at: y(tick), in: &svg)
        }
        Self.plot.label(axis, in: &svg)
      }
    )
    let legend = Legend(items: [
      Legend.Item(style: "opened", letter: "+", text: "Opened \(total.opened)"),
      Legend.Item(style: "closed", letter: "−", text: "Closed \(total.closed)"),
    ])
    return Markup(svg + legend.bytes, in: .html)
  }

  private func y(_ count: Int) -> Double {
    Self.plot.height * Double(tops.opened - count) / Double(tops.opened + tops.closed)
  }

  /// All bars of one direction as one path.
  private func draw(
    _ style: String,
    on axis: TimeAxis,
    in svg: inout SVGWriter,
    count: (FlowBar) -> Int
  ) {
    var path = ""
    for bar in bars where count(bar) != 0 {
      let left = axis.position(bar.start) * Plot.width
      let right = axis.position(Instant(seconds: bar.end.seconds + 86_400)) * Plot.width
      let inset = (right - left) * 0.1
      path += "M\(Figure.decimal(left + inset)) \(Figure.decimal(y(0)))"
      path += "V\(Figure.decimal(y(count(bar))))H\(Figure.decimal(right - inset))"
      path += "V\(Figure.decimal(y(0)))Z"
    }
    guard !path.isEmpty else { return }
    svg.element(
      "path",
      ["class": "\(style) border", "vector-effect": "non-scaling-stroke", "d": path]
    )
  }
}
