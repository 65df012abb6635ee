import Findings
import Reconciliation
import Syntax
import Templates
import Testing

@testable import Dashboards

@Suite("Charts are drawn where the data says")
struct ChartDrawingTests {
  /// The drawing's first element with a class.
  private func path(_ style: String, in chart: Chart) throws -> String {
    let root = try parsed(chart.drawing).root
    let shape = root.child("svg").child("svg").children.first { $0["class"] == style }
    return try #require(shape?["d"])
  }

  /// A drawing with a root around it, as a page has one.
  private func parsed(_ drawing: Markup) throws -> XMLDocument {
    try XMLDocument(parsing: Array("<p>".utf8) + drawing.bytes + Array("</p>".utf8))
  }

  @Test("a trend goes in steps, each level as long as it held, the worst at the bottom")
  func stepsOfATrend() throws {
    let chart = TrendChart(SampleTrend.nights).chart
    // Three days on the axis, each begun at 02:00: 1/36, 13/36 and 25/36 of the width. Four
    // findings are all of the height.
    #expect(
      try path("high border", in: chart)
        == "M27.8 85H694.4V170H1000V170H27.8Z"
    )
    #expect(
      try path("low border", in: chart)
        == "M27.8 85H361.1V0H1000V170H694.4V85H27.8Z"
    )
  }

  @Test("a run that could not tell is marked above the trend, with dates and number")
  func unconfirmedRuns() throws {
    let chart = TrendChart(SampleTrend.nights).chart
    let marks = try parsed(chart.drawing).root.child("svg").children("rect")
    #expect(marks.map { $0["x"] } == ["69.4%"])
    #expect(marks.map { $0["width"] } == ["30.6%"])
    #expect(
      marks.map { $0.child("title").text } == ["2026-11-03: up to 1 finding unconfirmed"]
    )
    #expect(chart.drawing.description.contains("a scan could not tell"))
  }

  @Test("a week without a run is marked as one")
  func gaps() throws {
    var points = (0..<5).map { SampleTrend.point(SampleTrend.day($0), [.low: 1]) }
    points += (12..<15).map { SampleTrend.point(SampleTrend.day($0), [.low: 1]) }
    let chart = TrendChart(Trend(points: points)).chart
    let plot = try parsed(chart.drawing).root.child("svg").child("svg")
    #expect(
      plot.children("rect").map { $0.child("title").text }
        == ["no run from 2026-11-05 to 2026-11-13"]
    )
  }

  @Test("opened findings go up, closed ones down, on one scale")
  func flow() throws {
    let chart = FlowChart(SampleTrend.nights).chart
    // Two up and two down: zero lies in the middle.
    #expect(
      try path("opened border", in: chart)
        == "M366.7 55V0H633.3V55ZM700 55V0H966.7V55Z"
    )
    #expect(try path("closed border", in: chart) == "M700 55V110H966.7V55Z")
  }

  @Test("a bar's parts lie side by side and fill it")
  func bar() throws {
    let counts = SampleTrend.counts([.critical: 1, .medium: 2, .unknown: 5])
    let chart = ShareBar(counts, zero: "none").chart
    let parts = try parsed(chart.drawing).root.child("svg").child("svg").children("rect")
    #expect(parts.map { $0["class"] } == ["critical border", "medium border", "unknown border"])
    #expect(parts.map { $0["x"] } == ["0", "125", "375"])
    #expect(parts.map { $0["width"] } == ["125", "250", "625"])
    #expect(chart.summary == "Critical 1 (13%), Medium 2 (25%), Unknown 5 (62%).")
  }

  @Test("columns of ages are as high as they have findings")
  func ages() throws {
    let days = [0, 29, 30, 200].map { days in
      Instant(seconds: SampleLedger.tuesday.seconds - Int64(days) * 86_400)
    }
    let entries = days.enumerated()
      .map { index, firstSeen in
        Entry(
          id: "ID\(index)",
          stream: Stream(project: "shop", category: .sast, scanner: "bandit"),
          finding: SampleLedger.finding("title", number: 1),
          firstSeen: firstSeen
        )
      }
    let project = SampleTrend.project("shop", trend: [], entries: entries)
    let bands = AgeBands([project], at: SampleLedger.tuesday)
    #expect(bands.bands.map(\.total) == [2, 1, 0, 1])
    let columns = try parsed(bands.chart.drawing).root.child("svg").child("svg").children("rect")
    #expect(columns.map { $0["x"] } == ["62.5", "312.5", "812.5"])
    #expect(columns.map { $0["height"] } == ["130", "65", "65"])
    #expect(columns.map { $0["y"] } == ["0", "65", "65"])
  }

  @Test("a sparkline is level until the next run")
  func sparkline() {
    let text = Sparkline(SampleTrend.nights, of: .high).drawing.description
    #expect(text.contains("d=\"M4.7 2H68.7V22H98\""))
    #expect(text.contains("2 on 2026-11-01, 0 on 2026-11-03"))
  }

  @Test("with nothing to draw a sentence stands in its place")
  func zero() {
    let quiet = Trend(points: [SampleTrend.point(SampleTrend.day(0), [:])])
    let zeroBar = ShareBar(SeverityCounts(), zero: "0 open findings, found by 7 scans").chart
    #expect(
      zeroBar.drawing.description == "<p class=\"zero\">0 open findings, found by 7 scans</p>"
    )
    #expect(zeroBar.mermaid == nil)
    #expect(
      TrendChart(quiet).chart.drawing.description
        == "<p class=\"zero\">0 open findings on 2026-11-01.</p>"
    )
    #expect(
      TrendChart(Trend(points: [])).chart.drawing.description == "<p class=\"zero\">No run yet.</p>"
    )
    #expect(
      FlowChart(quiet).chart.drawing.description
        == "<p class=\"zero\">0 opened and 0 closed on 2026-11-01.</p>"
    )
    #expect(FlowChart(Trend(points: [])).chart.table.rows.isEmpty)
    #expect(AgeBands([], at: SampleTrend.start).chart.drawing.description.contains("0 open"))
    #expect(Sparkline(quiet).drawing.bytes.isEmpty)
  }
}
