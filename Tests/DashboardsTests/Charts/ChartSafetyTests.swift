import Findings
import Reconciliation
import Syntax
import Templates
import Testing

@testable import Dashboards

@Suite("Charts are sound in every page")
struct ChartSafetyTests {
  /// Each kind of chart over many data, with a title that tries to be something else.
  private static func charts(_ trend: Trend, title: String) -> [Chart] {
    let counts = trend.points.last?.open ?? SeverityCounts()
    let states = Dictionary(uniqueKeysWithValues: State.allCases.map { ($0, $0.rawValue.count) })
    return [
      TrendChart(trend, title: title).chart, FlowChart(trend, title: title).chart,
      ShareBar(counts, title: title, zero: title).chart,
      ShareBar(states, title: title, zero: title).chart,
      AgeBands(SampleLedger.make().projects, at: SampleLedger.tuesday, title: title).chart,
    ]
  }

  private static let trends = [
    Trend(points: []), SampleTrend.nights,
    Trend(points: Array(SampleTrend.nights.points.prefix(1))),
    SampleTrend.many(10_000), SampleTrend.many(1000, seconds: 86_400 * 9),
    Trend(points: [
      SampleTrend.point(SampleTrend.day(0), [.critical: 1 << 50, .info: 1], opened: 1 << 50)
    ]),
  ]

  @Test("well-formed, without styles, scripts, ids or links", arguments: hostileTexts)
  func wellFormed(title: String) throws {
    let allowed: Set = [
      "class", "role", "width", "height", "viewBox", "preserveAspectRatio", "overflow", "x", "y",
      "x1", "x2", "y1", "y2", "dx", "d", "text-anchor", "vector-effect", "aria-hidden",
    ]
    for trend in Self.trends {
      let drawings =
        Self.charts(trend, title: title).map(\.drawing)
        + [Sparkline(trend, title: title).drawing]
      for drawing in drawings {
        let document = try XMLDocument(
          parsing: Array("<p>".utf8) + drawing.bytes + Array("</p>".utf8)
        )
        #expect(Self.names(in: document.root).isSubset(of: Self.elements))
        #expect(Self.attributes(of: drawing).isSubset(of: allowed))
      }
    }
  }

  private static let elements: Set = [
    "p", "svg", "title", "desc", "path", "rect", "line", "text", "ul", "li", "b",
  ]

  private static func names(in element: XMLElement) -> Set<String> {
    element.children.reduce(into: [element.name]) { $0.formUnion(names(in: $1)) }
  }

  /// The attributes' names, read from the text: values hold no quotation mark.
  private static func attributes(of drawing: Markup) -> Set<String> {
    let pieces = drawing.description.split(separator: "=\"").dropLast()
    return Set(pieces.compactMap { $0.split(separator: " ").last.map(String.init) })
  }

  @Test("every drawing names and describes itself")
  func accessible() throws {
    for chart in Self.charts(SampleTrend.nights, title: "Open & closed") {
      let document = try XMLDocument(
        parsing: Array("<p>".utf8) + chart.drawing.bytes + Array("</p>".utf8)
      )
      let svg = document.root.child("svg")
      #expect(svg["role"] == "img")
      #expect(svg.child("title").text == "Open & closed")
      #expect(svg.child("desc").text == chart.summary)
    }
  }

  @Test("ten thousand runs stay small, and the same each time")
  func many() {
    let trend = SampleTrend.many(10_000)
    for (chart, again) in zip(
      Self.charts(trend, title: "t"),
      Self.charts(trend, title: "t")
    ) {
      #expect(chart == again)
      #expect(chart.drawing.bytes.count < 25_000)
      #expect(chart.table.rows.count <= 180)
    }
    #expect(Sparkline(trend).drawing.bytes.count < 1500)
  }

  @Test("Mermaid gets ASCII labels that stay in their fence", arguments: hostileTexts)
  func mermaid(title: String) throws {
    for trend in Self.trends {
      for chart in Self.charts(trend, title: title) {
        guard let text = chart.mermaid?.description else { continue }
        #expect(text.utf8.allSatisfy { $0 == 10 || (32..<127).contains($0) })
        let lines = text.split(separator: "\n")
        #expect(lines.first == "```mermaid" && lines.last == "```")
        #expect(lines.dropFirst().dropLast().allSatisfy { !$0.contains("`") })
      }
    }
  }
}
