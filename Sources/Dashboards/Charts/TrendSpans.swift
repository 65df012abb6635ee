internal import Findings
internal import Reconciliation

/// The times of a trend about which less is known.
struct TrendSpans {
  /// A time from one run to another.
  struct Span: Hashable {
    let from: Instant
    let to: Instant
    /// Where it stands, 0 to 1.
    let range: ClosedRange<Double>
    let note: String
  }

  /// Runs in which some scans could not tell, adjacent ones as one.
  private(set) var unconfirmed: [Span] = []
  /// Times without a run: longer than two days and than three times the usual distance.
  private(set) var gaps: [Span] = []

  /// The times of a trend on an axis.
  init(_ points: [TrendPoint], axis: TimeAxis) {
    let ends = points.dropFirst().map(\.at) + [axis.end]
    var start: Int?
    for index in points.indices {
      if points[index].unknown > 0, start == nil { start = index }
      let isLast = index + 1 == points.endIndex
      guard let begun = start, isLast || points[index + 1].unknown == 0 else { continue }
      let most = points[begun...index].map(\.unknown).max() ?? 0
      let count = Figure.count(most, "finding", "findings")
      let (from, to) = (points[begun].at, points[index].at)
      let dates = from.date == to.date ? from.date : "\(from.date) to \(to.date)"
      let note = "\(dates): up to \(count) unconfirmed"
      unconfirmed.append(Self.span(from: from, to: ends[index], on: axis, note: note))
      start = nil
    }
    let distances = zip(points, points.dropFirst()).map { $1.at.seconds - $0.at.seconds }
    guard distances.count > 1 else { return }
    let usual = distances.sorted()[(distances.count - 1) / 2]
    for index in distances.indices where distances[index] > max(172_800, usual * 3) {
      let (from, to) = (points[index].at, points[index + 1].at)
      let note = "no run from \(from.date) to \(to.date)"
      gaps.append(Self.span(from: from, to: to, on: axis, note: note))
    }
  }

  private static func span(
    from: Instant,
    to: Instant,
    on axis: TimeAxis,
    note: String
  ) -> Span {
    Span(from: from, to: to, range: axis.position(from)...axis.position(to), note: note)
  }

  /// A strip above the shapes, with a sign.
  func draw(_ span: Span, above plot: Plot, in svg: inout SVGWriter) {
    let width = span.range.upperBound - span.range.lowerBound
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "mark border", "x": Figure.percent(span.range.lowerBound),
      "width": Figure.percent(width), "y": Figure.decimal(plot.above - 7), "height": "5",
    ]
    svg.element("rect", attributes, tooltip: span.note)
    let sign: KeyValuePairs<StaticString, String> = [
      "class": "label", "x": Figure.percent(span.range.lowerBound + width / 2),
      "y": Figure.decimal(plot.above - 10), "text-anchor": "middle",
    ]
    svg.element("text", sign, text: "!")
  }

  /// A rectangle over the shapes.
  func draw(_ gap: Span, over plot: Plot, in svg: inout SVGWriter) {
    let width = (gap.range.upperBound - gap.range.lowerBound) * Plot.width
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "gap border", "x": Figure.decimal(gap.range.lowerBound * Plot.width),
      "width": Figure.decimal(width), "height": Figure.decimal(plot.height),
      "vector-effect": "non-scaling-stroke",
    ]
    svg.element("rect", attributes, tooltip: gap.note)
  }
}
