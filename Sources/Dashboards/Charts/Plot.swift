/// A drawing as wide as its parent, its texts always as large as the page's.
///
/// Shapes stand in an inner SVG of 1000 units that stretches; texts and lines stand outside of it,
/// placed by percentages, since they must not stretch.
struct Plot {
  /// The units from the left to the right.
  static let width = 1000.0
  /// The height of the shapes, in pixels.
  let height: Double
  /// The room above them.
  var above = 0.0
  /// The room below them.
  var below = 0.0

  /// The finished SVG.
  func drawing(
    title: String,
    summary: String,
    shapes: (inout SVGWriter) -> Void,
    labels: (inout SVGWriter) -> Void
  ) -> [UInt8] {
    var svg = SVGWriter()
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "chart", "role": "img", "width": "100%",
      "height": Figure.decimal(above + height + below), "overflow": "visible",
    ]
    svg.element("svg", attributes) { svg in
      svg.element("title", [:], text: title)
      svg.element("desc", [:], text: summary)
      let inner: KeyValuePairs<StaticString, String> = [
        "y": Figure.decimal(above), "width": "100%", "height": Figure.decimal(height),
        "viewBox": "0 0 \(Figure.decimal(Self.width)) \(Figure.decimal(height))",
        "preserveAspectRatio": "none",
      ]
      svg.element("svg", inner, content: shapes)
      labels(&svg)
    }
    return svg.bytes
  }

  /// A line across the whole width.
  func rule(at y: Double, style: String, in svg: inout SVGWriter) {
    let y = Figure.decimal(above + y)
    svg.element("line", ["class": style, "x2": "100%", "y1": y, "y2": y])
  }

  /// The dates below the shapes.
  func label(_ axis: TimeAxis, in svg: inout SVGWriter) {
    for tick in axis.ticks {
      let x = Figure.percent(tick.position)
      svg.element(
        "line",
        [
          "class": "axis", "x1": x, "x2": x, "y1": Figure.decimal(above + height),
          "y2": Figure.decimal(above + height + 4),
        ]
      )
      let anchor = tick.position < 0.06 ? "start" : tick.position > 0.94 ? "end" : "middle"
      let attributes: KeyValuePairs<StaticString, String> = [
        "class": "label", "x": x, "y": Figure.decimal(above + height + 18), "text-anchor": anchor,
      ]
      svg.element("text", attributes, text: tick.label)
    }
  }

  /// The number of a line, to the left of it.
  func label(_ text: String, at y: Double, in svg: inout SVGWriter) {
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": "label", "x": "-6", "y": Figure.decimal(above + y + 4), "text-anchor": "end",
    ]
    svg.element("text", attributes, text: text)
  }
}
