import Findings
import Reconciliation
import Testing

@testable import Dashboards

@Suite("The table beside a chart says what the chart shows")
struct ChartTableTests {
  @Test("a trend's table has every run and every count")
  func trend() {
    let table = TrendChart(SampleTrend.nights).chart.table
    #expect(
      table.columns == [
        "Run", "Critical", "High", "Medium", "Low", "Info", "Unknown", "Total", "Unconfirmed",
      ]
    )
    #expect(table.rows.map(\.label).first == "2026-11-01T02:00:00Z")
    #expect(
      table.rows.map { $0.cells.joined(separator: " ") } == [
        "0 2 0 0 0 0 2 0", "0 2 0 2 0 0 4 0", "0 0 0 4 0 0 4 1",
      ]
    )
  }

  @Test("a flow's table adds up the runs of a day, and of several days where there are many")
  func flow() {
    let table = FlowChart(SampleTrend.nights).chart.table
    #expect(table.rows.map(\.label) == ["2026-11-01", "2026-11-02", "2026-11-03"])
    #expect(table.rows.map(\.cells) == [["0", "0"], ["2", "0"], ["2", "2"]])

    let trend = SampleTrend.many(1000, seconds: 86_400 / 2)
    let bars = FlowBar.bars(of: trend, limit: 92)
    #expect(bars.count <= 92)
    #expect(bars.map(\.opened).reduce(0, +) == trend.points.map(\.opened).reduce(0, +))
    #expect(bars.map(\.closed).reduce(0, +) == trend.points.map(\.closed).reduce(0, +))
    #expect(bars[0].label == "2026-11-01 to 2026-11-06")
  }

  @Test("a bar's table keeps the parts of which there are none")
  func bar() {
    let table = ShareBar([.open: 3, .fixed: 1], zero: "none").chart.table
    #expect(
      table.rows.map { "\($0.label) \($0.cells[0]) \($0.cells[1])" } == [
        "Open 3 75%", "Fixed 1 25%", "Removed 0 0%", "Suppressed 0 0%", "Unconfirmed 0 0%",
      ]
    )
  }

  @Test("many projects' trends add up, each holding its last point")
  func combined() {
    let days = (0..<4).map(SampleTrend.day)
    let shop = SampleTrend.project(
      "shop",
      trend: [
        SampleTrend.point(days[0], [.high: 5], opened: 5),
        SampleTrend.point(days[2], [.high: 3], unknown: 1, closed: 2),
      ]
    )
    let infra = SampleTrend.project(
      "infra",
      trend: [
        SampleTrend.point(days[1], [.low: 1], opened: 1),
        SampleTrend.point(days[2], [.low: 2], opened: 1),
      ]
    )
    let points = Trend.combined([shop, infra], runs: days).points
    #expect(points.map(\.at) == days)
    #expect(points.map { $0.open[.high] } == [5, 5, 3, 3])
    #expect(points.map { $0.open[.low] } == [0, 1, 2, 2])
    #expect(points.map(\.unknown) == [0, 0, 1, 1])
    // What the first run of a project finds is not news.
    #expect(points.map(\.opened) == [0, 0, 1, 0])
    #expect(points.map(\.closed) == [0, 0, 2, 0])
  }

  @Test("the last days begin with what held at their start")
  func lastDays() {
    let points = [
      SampleTrend.point(SampleTrend.day(0), [.high: 5], opened: 5),
      SampleTrend.point(SampleTrend.day(20), [.high: 3], closed: 2),
    ]
    let trend = Trend(points: points).last(days: 7)
    #expect(trend.points.map(\.at) == [SampleTrend.day(13), SampleTrend.day(20)])
    #expect(trend.points.map { $0.open[.high] } == [5, 3])
    #expect(trend.points.map(\.opened) == [0, 0])
  }

  @Test("sampling keeps the ends, every event, and the worst of what was unconfirmed")
  func sampling() throws {
    let trend = SampleTrend.many(10_000)
    let sample = trend.sampled(to: 50)
    #expect(sample.points.count <= 50)
    #expect(sample.points.first == trend.points.first)
    #expect(sample.points.last?.at == trend.points.last?.at)
    #expect(sample.points.last?.open == trend.points.last?.open)
    #expect(
      sample.points.map(\.opened).reduce(0, +) == trend.points.map(\.opened).reduce(0, +)
    )
    #expect(sample.points.contains { $0.unknown == 1 })
    #expect(trend.thinned(to: 12).points.count == 12)
  }
}
