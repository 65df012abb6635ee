import Findings
import Reconciliation
import Testing

/// What stays the same finding from night to night, and what does not.
@Suite struct IdentityTests {
  private let file = [
    code("B602", "src/a.py", 10, snippet: 1), code("B602", "src/a.py", 40, snippet: 2),
    code("B101", "src/a.py", 55, snippet: 3), code("B404", "src/b.py", 1, snippet: 4),
  ]

  @Test func aFirstRunIsABaseline() {
    var nights = Nights()
    let ledger = nights.run(file)
    #expect(ledger.isBaseline)
    #expect(ledger.changes == [.new: 4])
    #expect(nights.run(file).isBaseline == false)
  }

  @Test func theSameReportChangesNothing() {
    var nights = Nights()
    let first = nights.run(file)
    let second = nights.run(file)
    #expect(second.changes == [.unchanged: 4])
    #expect(second.entries.map(\.id) == first.entries.map(\.id))
    #expect(second.entries.allSatisfy { $0.matchedBy == .place && $0.history.count == 1 })
    #expect(
      second.entries.allSatisfy { $0.lastSeen == nights.moment && $0.firstSeen < $0.lastSeen }
    )
  }

  @Test func movedLinesAreNeitherNewNorFixed() {
    var nights = Nights()
    let ids = nights.run(file).entries.map(\.id)
    let moved = [
      code("B602", "src/a.py", 17, snippet: 1), code("B602", "src/a.py", 447, snippet: 2),
      code("B101", "src/a.py", 462, snippet: 3), code("B404", "src/b.py", 2, snippet: 4),
    ]
    let ledger = nights.run(moved)
    #expect(ledger.changes == [.moved: 4])
    #expect(ledger.entries.map(\.id) == ids)
    #expect(ledger.entries.allSatisfy { $0.matchedBy == .snippet && $0.history.count == 1 })
    #expect(
      ledger.entry("src/a.py", 17)?.differences == [
        Difference(field: "line", before: "10", after: "17")
      ]
    )
  }

  @Test func movedLinesWithoutQuotedCodeAreNeitherNewNorFixed() {
    var nights = Nights()
    nights.run([code("E1", "a.yml", 10), code("E1", "a.yml", 20), code("E1", "a.yml", 30)])
    let ledger = nights.run([
      code("E1", "a.yml", 13), code("E1", "a.yml", 23), code("E1", "a.yml", 33),
    ])
    #expect(ledger.changes == [.moved: 3])
    #expect(ledger.entries.allSatisfy { $0.matchedBy == .nearest })
    #expect(ledger.entry("a.yml", 23)?.differences.first?.before == "20")
  }

  @Test func codeThatChangedPlacesKeepsItsIdentity() {
    var nights = Nights()
    nights.run([code("B602", "a.py", 10, snippet: 1), code("B602", "a.py", 20, snippet: 2)])
    let ledger = nights.run([
      code("B602", "a.py", 10, snippet: 2), code("B602", "a.py", 30, snippet: 1),
    ])
    #expect(ledger.changes == [.moved: 2])
    #expect(ledger.entry("a.py", 30)?.differences.first?.before == "10")
  }

  @Test func editedCodeAtItsPlaceIsTheSameFinding() {
    var nights = Nights()
    nights.run([code("B602", "a.py", 10, snippet: 1)])
    let ledger = nights.run([code("B602", "a.py", 10, snippet: 99)])
    #expect(ledger.changes == [.unchanged: 1])
    #expect(ledger.entries.first?.matchedBy == .place)
  }

  @Test func otherCodeFarAwayIsAnotherFinding() {
    var nights = Nights()
    nights.run([code("B602", "a.py", 10, snippet: 1)])
    let ledger = nights.run([code("B602", "a.py", 900, snippet: 2)])
    #expect(ledger.changes == [.new: 1, .fixed: 1])
    let new = ledger.entry("a.py", 900)
    #expect(new?.possiblyMovedFrom == ledger.entries.filter { $0.state == .fixed }.map(\.id))
  }

  @Test func ofTwinsOneFixedIsOneFixed() {
    var nights = Nights()
    let twins = [10, 20, 30].map { code("B602", "a.py", $0, snippet: 7) }
    nights.run(twins)
    let shifted = nights.run([
      code("B602", "a.py", 15, snippet: 7), code("B602", "a.py", 25, snippet: 7),
    ])
    #expect(shifted.changes == [.moved: 2, .fixed: 1])
    var others = Nights()
    others.run(twins)
    let first = others.run(Array(twins.dropFirst()))
    #expect(first.changes == [.unchanged: 2, .fixed: 1])
    #expect(first.entry("a.py", 10)?.state == .fixed)
  }

  @Test func ofTwinsAtOnePlaceOneFixedIsOneFixed() {
    var nights = Nights()
    nights.run([
      vulnerable("lodash", "4.17.11"), vulnerable("lodash", "4.17.15"),
      vulnerable("lodash", "3.0.0"),
    ])
    let ledger = nights.run([vulnerable("lodash", "4.17.11"), vulnerable("lodash", "4.17.15")])
    #expect(ledger.changes == [.unchanged: 2, .fixed: 1])
    #expect(
      ledger.entries.first { $0.state == .fixed }?.finding.location.package?.version == "3.0.0"
    )
  }

  @Test func exactRepeatsAreOneFindingThatCountsThem() {
    var nights = Nights()
    var twice = code("B602", "a.py", 10)
    twice.occurrences = 2
    let ledger = nights.run([code("B602", "a.py", 10), twice, code("B602", "a.py", 11)])
    #expect(ledger.entries.count == 2)
    #expect(ledger.entry("a.py", 10)?.finding.occurrences == 3)
    #expect(ledger.entries.reduce(0) { $0 + $1.finding.occurrences } == 4)
  }

  @Test func aTrustedFingerprintOutweighsThePlace() {
    var nights = Nights()
    nights.run([
      code("R", "a.c", 10, fingerprint: "f1"), code("R", "a.c", 20, fingerprint: "f2"),
    ])
    let ledger = nights.run([
      code("R", "a.c", 10, fingerprint: "f2"), code("R", "b.c", 5, fingerprint: "f1"),
    ])
    #expect(ledger.changes == [.moved: 2])
    #expect(ledger.entries.allSatisfy { $0.matchedBy == .fingerprint })
    #expect(ledger.entry("b.c")?.differences.first?.before == "a.c")
  }

  @Test func aFingerprintThatManyShareProvesNothingAcrossFiles() {
    var nights = Nights()
    nights.run([code("R", "a.c", 10, fingerprint: "f"), code("R", "b.c", 10, fingerprint: "f")])
    let ledger = nights.run([
      code("R", "a.c", 10, fingerprint: "f"), code("R", "b.c", 12, fingerprint: "f"),
    ])
    #expect(ledger.changes == [.unchanged: 1, .moved: 1])
  }

  @Test func ofSeveralTheOneInTheSameFunctionIsJoined() {
    var nights = Nights()
    nights.run([code("R", "a.c", 10, logical: "open"), code("R", "a.c", 20, logical: "close")])
    let ledger = nights.run([
      code("R", "a.c", 100, logical: "close"), code("R", "a.c", 300, logical: "open"),
    ])
    #expect(ledger.entry("a.c", 300)?.differences.first?.before == "10")
  }

  @Test func anotherRuleAtTheSamePlaceIsNew() {
    var nights = Nights()
    nights.run([code("B602", "a.py", 10, snippet: 1)])
    #expect(nights.run([code("B603", "a.py", 10, snippet: 1)]).changes == [.new: 1, .fixed: 1])
  }

  @Test func aRenamedRuleIsTheSameFinding() {
    var nights = Nights()
    nights.options.aliases = RuleAliases(["B602": "S602", "S602": "S902"])
    nights.run([code("B602", "a.py", 10, snippet: 1)])
    let ledger = nights.run([code("S902", "a.py", 12, snippet: 1)])
    #expect(ledger.changes == [.moved: 1])
    #expect(ledger.entries.first?.matchedBy == .alias)
  }

  @Test func streamsDoNotMix() {
    var nights = Nights()
    let other = stream(.sast, "bandit")
    nights.run([reading(file), reading(file, of: other)])
    let ledger = nights.run([reading([]), reading(file, of: other)])
    #expect(ledger.changes == [.fixed: 4, .unchanged: 4])
    #expect(ledger.entries.allSatisfy { ($0.state == .fixed) == ($0.stream == Nights.stream) })
  }
}
