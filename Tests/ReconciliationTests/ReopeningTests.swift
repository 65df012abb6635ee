import Findings
import Reconciliation
import Testing

/// What comes back within the window is the old finding, with its history.
@Suite struct ReopeningTests {
  private let finding = code("R", "a.py", 10, snippet: 1)

  @Test func insideTheWindowItIsReopened() {
    var nights = Nights()
    let id = nights.run([finding]).entries.map(\.id)
    nights.run([Finding]())
    let closed = nights.moment
    let ledger = nights.run([code("R", "a.py", 18, snippet: 1)], after: 89)
    #expect(ledger.changes == [.reopened: 1])
    #expect(ledger.entries.map(\.id) == id)
    let entry = ledger.entries.first
    #expect(entry?.state == .open)
    #expect(entry?.fixedAt == nil)
    #expect(entry?.matchedBy == .reopened)
    #expect(entry?.history.map(\.change) == [.new, .fixed, .reopened])
    #expect(entry?.history.last?.note == "closed since \(closed.date)")
    #expect(nights.run([code("R", "a.py", 18, snippet: 1)]).changes == [.unchanged: 1])
  }

  @Test func outsideTheWindowItIsNew() {
    var nights = Nights()
    let old = nights.run([finding]).entries.map(\.id)
    nights.run([Finding]())
    let ledger = nights.run([finding], after: 91)
    #expect(ledger.changes == [.new: 1, .carried: 1])
    #expect(Set(ledger.entries.map(\.id)).count == 2)
    #expect(ledger.entries.first { $0.state == .fixed }?.id == old.first)
  }

  @Test func somethingElseInTheSameFileIsNotReopened() {
    var nights = Nights()
    nights.run([finding])
    nights.run([Finding]())
    #expect(nights.run([code("R", "a.py", 12, snippet: 2)]).changes == [.new: 1, .carried: 1])
    var blind = Nights()
    blind.run([code("R", "a.py", 10)])
    blind.run([Finding]())
    #expect(blind.run([code("R", "a.py", 500)]).changes == [.new: 1, .carried: 1])
  }

  @Test func anOpenTwinIsPreferredToAClosedOne() {
    var nights = Nights()
    nights.run([code("R", "a.py", 10, snippet: 1), code("R", "a.py", 20, snippet: 1)])
    nights.run([code("R", "a.py", 10, snippet: 1)])
    #expect(nights.run([code("R", "a.py", 20, snippet: 1)]).changes == [.moved: 1, .carried: 1])
  }

  @Test func aClosedFindingIsKeptForItsTimeAndThenForgotten() {
    var nights = Nights()
    nights.run([finding])
    nights.run([Finding]())
    #expect(nights.run([Finding](), after: 400).entries.count == 1)
    #expect(nights.run([Finding](), after: 1).entries.isEmpty)
  }
}
