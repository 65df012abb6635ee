internal import Findings
internal import Reconciliation
internal import Templates

/// Open findings over time, one area a severity, the worst at the bottom.
struct TrendChart: Sendable {
  private static let plot = Plot(height: 170, above: 22, below: 24)

  let title: String
  private let points: [TrendPoint]
  private let axis: TimeAxis?
  /// The severities that occur, the worst first.
  private let severities: [Severity]
  private let counts: CountAxis

  /// The last so many days of a trend.
  init(_ trend: Trend, title: String = "Open findings by severity", days: Int = 90) {
    self.title = title
    let trend = trend.last(days: days).sampled(to: 180)
    points = trend.points
    axis = trend.axis
    severities = Severity.allCases.filter { severity in
      trend.points.contains { $0.open[severity] > 0 }
    }
    counts = CountAxis(trend.points.map(\.open.total).max() ?? 0)
  }

  /// The finished chart.
  var chart: Chart {
    Chart(title: title, summary: summary, drawing: drawing, table: table, mermaid: mermaid)
  }

  private var summary: String {
    guard let first = points.first, let last = points.last else { return "No run yet." }
    let total = Figure.count(last.open.total, "open finding", "open findings")
    let bySeverity = severities.filter { last.open[$0] > 0 }
      .map { "\(last.open[$0]) \($0.rawValue)" }
      .joined(separator: ", ")
    return "\(total) on \(last.at.date)\(bySeverity.isEmpty ? "" : ": \(bySeverity)")."
      + (points.count > 1 ? " On \(first.at.date) there were \(first.open.total)." : "")
  }

  private var table: ChartTable {
    ChartTable(
      caption: title,
      columns: ["Run"] + Severity.allCases.map(\.title) + ["Total", "Unconfirmed"],
      rows: points.map { point in
        ChartRow(
          label: point.at.description,
          cells: (Severity.allCases.map { point.open[$0] } + [point.open.total, point.unknown])
            .map(String.init)
        )
      }
    )
  }

  private var mermaid: Markup? {
    guard points.contains(where: { $0.open.total > 0 }) else { return nil }
    let shown = Trend(points: points).thinned(to: 12).points
    return Mermaid.lines(
      title: title,
      labels: shown.map { TimeAxis.label($0.at) },
      series: [("line", shown.map(\.open.total))]
    )
  }
}

// The drawing.
extension TrendChart {
  private var drawing: Markup {
    guard let axis, !severities.isEmpty else {
      var html = SVGWriter()
      html.element("p", ["class": "zero"], text: summary)
      return Markup(html.bytes, in: .html)
    }
    let spans = TrendSpans(points, axis: axis)
    let svg = Self.plot.drawing(
      title: title,
      summary: summary,
      shapes: { svg in
        for severity in severities { drawArea(severity, on: axis, in: &svg) }
        for gap in spans.gaps { spans.draw(gap, over: Self.plot, in: &svg) }
      },
      labels: { svg in
        for tick in counts.ticks {
          let y = y(tick)
          Self.plot.rule(at: y, style: tick == 0 ? "axis" : "grid", in: &svg)
          Self.plot.label(Figure.short(tick), at: y, in: &svg)
        }
        Self.plot.label(axis, in: &svg)
        drawLetters(in: &svg)
        for mark in spans.unconfirmed { spans.draw(mark, above: Self.plot, in: &svg) }
      }
    )
    return Markup(svg + legend(with: spans).bytes, in: .html)
  }

  private func y(_ count: Int) -> Double {
    Self.plot.height * (1 - Double(count) / Double(counts.top))
  }

  /// How many findings lie below a severity's area, and how many below its upper edge.
  private func band(_ severity: Severity, at point: TrendPoint) -> (lower: Int, upper: Int) {
    let lower = Severity.allCases.prefix(severity.rank).reduce(0) { $0 + point.open[$1] }
    return (lower, lower + point.open[severity])
  }

  /// Along the upper edge to the right and along the lower edge back, in steps.
  private func drawArea(_ severity: Severity, on axis: TimeAxis, in svg: inout SVGWriter) {
    let bands = points.map { band(severity, at: $0) }
    let starts = points.map { Figure.decimal(axis.position($0.at) * Plot.width) }
    guard let first = bands.first, let last = bands.last, let start = starts.first else { return }
    var path = "M\(start) \(Figure.decimal(y(first.upper)))"
    for index in bands.indices.dropFirst() where bands[index].upper != bands[index - 1].upper {
      path += "H\(starts[index])V\(Figure.decimal(y(bands[index].upper)))"
    }
    path += "H\(Figure.decimal(Plot.width))V\(Figure.decimal(y(last.lower)))"
    for index in bands.indices.dropFirst().reversed()
    where bands[index].lower != bands[index - 1].lower {
      path += "H\(starts[index])V\(Figure.decimal(y(bands[index - 1].lower)))"
    }
    path += "H\(start)Z"
    svg.element(
      "path",
      [
        "class": "\(severity.rawValue) border", "vector-effect": "non-scaling-stroke", "d": path,
      ]
    )
  }

  /// A severity's letter at the right of its area, where there is room for it.
  private func drawLetters(in svg: inout SVGWriter) {
    guard let last = points.last else { return }
    for severity in severities {
      let band = band(severity, at: last)
      let (top, bottom) = (y(band.upper), y(band.lower))
      guard bottom - top >= 12 else { continue }
      let attributes: KeyValuePairs<StaticString, String> = [
        "class": "label", "x": "100%", "dx": "5",
        "y": Figure.decimal(Self.plot.above + (top + bottom) / 2 + 4),
      ]
      svg.element("text", attributes, text: Share(severity, count: 0).letter)
    }
  }

  private func legend(with spans: TrendSpans) -> Legend {
    var items = severities.map { severity in
      let share = Share(severity, count: points.last?.open[severity] ?? 0)
      return Legend.Item(
        style: share.style,
        letter: share.letter,
        text: "\(share.name) \(share.count)"
      )
    }
    if !spans.unconfirmed.isEmpty {
      items.append(Legend.Item(style: "mark", letter: "!", text: "a scan could not tell"))
    }
    if !spans.gaps.isEmpty {
      items.append(Legend.Item(style: "gap", letter: "-", text: "no run"))
    }
    return Legend(items: items)
  }
}
