import Findings
import Testing

@testable import Dashboards

@Suite("Numbers on charts")
struct NumberTests {
  @Test("percentages add up to 100 and are never off by 1 or more")
  func percentages() {
    var generator = Lottery(seed: 7)
    for _ in 0..<2000 {
      let bound = [3, 100, 1_000_000, Int.max / 8][Int.random(in: 0..<4, using: &generator)]
      let counts = (0..<Int.random(in: 1...8, using: &generator))
        .map { _ in Int.random(in: 0...bound, using: &generator) }
      let values = Percentages(counts).values
      let total = counts.reduce(0, +)
      #expect(values.reduce(0, +) == (total == 0 ? 0 : 100))
      guard total > 0 else { continue }
      for (count, value) in zip(counts, values) {
        #expect(abs(Double(count) * 100 / Double(total) - Double(value)) < 1 + 1e-9)
      }
      // More is never less.
      for (left, right) in zip(counts.indices, counts.indices.dropFirst())
      where counts[left] > counts[right] {
        #expect(values[left] >= values[right])
      }
    }
  }

  @Test("percentages of nothing, of one, of a few among many, of too many to add")
  func extremes() {
    #expect(Percentages([]).values.isEmpty)
    #expect(Percentages([0, 0]).values == [0, 0])
    #expect(Percentages([0, 9]).text(1) == "100%")
    #expect(Percentages([1, 100_000, 0]).text(0) == "<1%")
    #expect(Percentages([1, 100_000, 0]).text(1) == ">99%")
    #expect(Percentages([1, 100_000, 0]).text(2) == "0%")
    #expect(Percentages([1, 1, 1]).values == [34, 33, 33])
    #expect(Percentages([.max, .max]).values == [50, 50])
  }

  @Test(
    "axes have steps of 1, 2 or 5",
    arguments: [
      (0, 1, 1), (1, 1, 1), (4, 1, 4), (5, 2, 6), (9, 5, 10), (12, 5, 15), (37, 10, 40),
      (41, 20, 60), (1_234_567, 500_000, 1_500_000),
      (Int.max, 500_000_000_000_000, 1_000_000_000_000_000),
    ]
  )
  func axes(maximum: Int, step: Int, top: Int) {
    #expect(CountAxis(maximum).step == step)
    #expect(CountAxis(maximum).top == top)
    #expect(CountAxis(maximum).ticks.first == 0)
    #expect(CountAxis(maximum).ticks.last == top)
  }

  @Test("at most one decimal, the same everywhere")
  func figures() {
    #expect(Figure.decimal(12) == "12")
    #expect(Figure.decimal(12.34) == "12.3")
    #expect(Figure.decimal(-0.04) == "0")
    #expect(Figure.decimal(-7.25) == "-7.3")
    #expect(Figure.decimal(.nan) == "0")
    #expect(Figure.short(950) == "950")
    #expect(Figure.short(1500) == "1.5k")
    #expect(Figure.short(20_000_000) == "20M")
    #expect(Figure.short(Int.max).hasSuffix("T"))
  }

  @Test("dates stand at round distances", arguments: [0, 1, 3, 9, 20, 45, 90, 200, 400, 4000])
  func dates(days: Int) throws {
    let axis = TimeAxis(from: SampleTrend.start, to: SampleTrend.day(days))
    let ticks = axis.ticks
    #expect((1...6).contains(ticks.count))
    #expect(ticks.map(\.position) == ticks.map(\.position).sorted())
    #expect(ticks.allSatisfy { (0...1).contains($0.position) })
  }

  @Test("ninety days show firsts of months, two weeks show every few days")
  func tickLabels() {
    let quarter = TimeAxis(from: SampleTrend.day(-90), to: SampleTrend.start)
    #expect(quarter.ticks.map(\.label) == ["1 Sep", "1 Oct", "1 Nov"])
    let fortnight = TimeAxis(from: SampleTrend.start, to: SampleTrend.day(13))
    #expect(fortnight.ticks.map(\.label) == ["3 Nov", "6 Nov", "9 Nov", "12 Nov", "15 Nov"])
    let years = TimeAxis(from: SampleTrend.start, to: SampleTrend.day(500))
    #expect(years.ticks.map(\.label) == ["Jan 2027", "Jul 2027", "Jan 2028"])
  }
}

/// Random numbers that are the same on every run.
private struct Lottery: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
