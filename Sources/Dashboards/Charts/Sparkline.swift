internal import Findings
internal import Reconciliation
internal import Templates

/// A trend as small as a word: the line of one count, without axes.
struct Sparkline: Sendable {
  private static let size = (width: 100.0, height: 24.0)

  let title: String
  private let points: [(at: Instant, count: Int)]
  private let axis: TimeAxis?

  /// The last so many days of all open findings, or of those of one severity.
  init(
    _ trend: Trend,
    of severity: Severity? = nil,
    title: String = "Open findings",
    days: Int = 30
  ) {
    self.title = title
    let trend = trend.last(days: days).sampled(to: 50)
    axis = trend.axis
    points = trend.points.map { point in
      (point.at, severity.map { point.open[$0] } ?? point.open.total)
    }
  }

  /// The SVG; empty for fewer than two points.
  var drawing: Markup {
    guard let axis, let first = points.first, let last = points.last, points.count > 1 else {
      return Markup("", in: .html)
    }
    var svg = SVGWriter()
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "spark", "role": "img", "width": "100", "height": "24", "viewBox": "0 0 100 24",
    ]
    svg.element("svg", attributes) { svg in
      let dates = "\(first.count) on \(first.at.date), \(last.count) on \(last.at.date)"
      svg.element("title", [:], text: "\(title): \(dates)")
      svg.element("path", ["class": "line", "d": path(on: axis)])
    }
    return Markup(svg.bytes, in: .html)
  }

  /// Level from each point to the next, within a margin of 2.
  private func path(on axis: TimeAxis) -> String {
    let top = Double(max(1, points.map(\.count).max() ?? 1))
    var path = ""
    for index in points.indices {
      if index > 0, points[index].count == points[index - 1].count { continue }
      let x = Figure.decimal(2 + axis.position(points[index].at) * (Self.size.width - 4))
      let share = Double(points[index].count) / top
      let y = Figure.decimal(2 + (1 - share) * (Self.size.height - 4))
      path += index == 0 ? "M\(x) \(y)" : "H\(x)V\(y)"
    }
    return path + "H\(Figure.decimal(Self.size.width - 2))"
  }
}
