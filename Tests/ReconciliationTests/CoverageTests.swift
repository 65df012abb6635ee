import Findings
import Reconciliation
import Testing

/// Absent is not fixed: only a complete scan closes what it does not show.
@Suite struct CoverageTests {
  private let two = [code("R", "a.py", 10), code("S", "b.py", 20)]

  @Test(arguments: [Scan.Outcome.failed, .missing])
  func aSilentScannerFixesNothing(outcome: Scan.Outcome) {
    var nights = Nights()
    nights.run(two)
    let ledger = outcome == .missing ? nights.run([StreamReading]()) : nights.run([], outcome)
    #expect(ledger.changes == [.carried: 2])
    #expect(ledger.states == [.unknown: 2])
    #expect(ledger.entries.allSatisfy { $0.unknownSince == nights.moment })
    #expect(ledger.entries.allSatisfy { $0.history.last?.note.hasPrefix("unknown: ") == true })
    #expect(ledger.scans.map(\.outcome) == [outcome])
    #expect(ledger.scans.first?.reason.isEmpty == false)
    #expect(ledger.trend.last?.open.total == 2)
    #expect(ledger.trend.last?.unknown == 2)
  }

  @Test func aMissingScanSaysWhenItWasLastSeen() {
    var nights = Nights()
    nights.run(two)
    let first = nights.run([StreamReading]())
    #expect(first.scans.first?.reason == "no artifact; last seen 2026-09-21")
    #expect(first.scans.first?.artifacts.isEmpty == true)
    let second = nights.run([StreamReading]())
    #expect(second.scans == first.scans)
    #expect(second.entries == first.entries)
  }

  @Test func theDayItWentUnknownIsKept() {
    var nights = Nights()
    nights.run(two)
    nights.run([], .failed)
    let since = nights.moment
    nights.run([StreamReading]())
    let ledger = nights.run([], .partial)
    #expect(ledger.entries.allSatisfy { $0.unknownSince == since && $0.history.count == 2 })
  }

  @Test func aPartialScanCountsWhatItShowsAndFixesNothing() {
    var nights = Nights()
    nights.run(two)
    let ledger = nights.run([code("R", "a.py", 10), code("T", "c.py", 1)], .partial)
    #expect(ledger.changes == [.unchanged: 1, .carried: 1, .new: 1])
    #expect(ledger.entry("b.py")?.state == .unknown)
    #expect(
      ledger.entry("b.py")?.reason
        == "the scan is partial and does not show it: it was cut off"
    )
  }

  @Test func aScannerThatComesBackConfirmsOrFixesAndFindsNothingNew() {
    var nights = Nights()
    nights.run(two)
    nights.run([], .failed)
    let ledger = nights.run([code("R", "a.py", 10)])
    #expect(ledger.changes == [.unchanged: 1, .fixed: 1])
    let open = ledger.entry("a.py")
    #expect(open?.state == .open)
    #expect(open?.unknownSince == nil)
    #expect(open?.reason == nil)
    #expect(open?.history.last?.note == "confirmed again")
    #expect(ledger.entry("b.py")?.unknownSince == nil)
  }

  @Test func aCompleteScanFixesWhatItNoLongerShows() {
    var nights = Nights()
    nights.run(two)
    let ledger = nights.run([code("R", "a.py", 10)])
    let fixed = ledger.entry("b.py")
    #expect(fixed?.state == .fixed)
    #expect(fixed?.fixedAt == nights.moment)
    #expect(fixed?.history.map(\.change) == [.new, .fixed])
    #expect(nights.run([code("R", "a.py", 10)]).entry("b.py")?.change == .carried)
  }

  @Test func aSecretThatIsGoneIsRemovedNotFixed() {
    var nights = Nights()
    let leaks = stream(.secrets, "gitleaks")
    nights.run([reading([secret("d1", "a.env", 1)], of: leaks)])
    let ledger = nights.run([reading([], of: leaks)])
    #expect(ledger.states == [.removed: 1])
    #expect(ledger.entries.first?.reason == "no longer in the code; rotation not proved")
  }

  @Test func aSecretThatComesBackElsewhereIsTheSameSecret() {
    var nights = Nights()
    let leaks = stream(.secrets, "gitleaks")
    nights.run([reading([secret("d1", "a.env", 1)], of: leaks)])
    nights.run([reading([], of: leaks)])
    let ledger = nights.run([reading([secret("d1", "b.env", 7)], of: leaks)])
    #expect(ledger.changes == [.reopened: 1])
  }

  @Test func aFindingWhoseFileOrRuleIsNoLongerCoveredIsRemoved() {
    var nights = Nights()
    nights.run(two + [code("U", "a.py", 30)])
    let ledger = nights.run([reading([], paths: ["a.py"], rules: ["R", "S"])])
    #expect(ledger.entry("a.py", 10)?.state == .fixed)
    #expect(ledger.entry("b.py")?.reason == "its file is gone or no longer scanned")
    #expect(ledger.entry("a.py", 30)?.reason == "its rule is no longer checked")
    #expect(ledger.states == [.fixed: 1, .removed: 2])
  }

  @Test func anUnchangedArtifactKeepsWhatItSaid() {
    var nights = Nights()
    let first = nights.run(two)
    let second = nights.run([], unchanged: [Nights.stream])
    #expect(second.changes == [.unchanged: 2])
    #expect(second.scans == first.scans)
    #expect(second.entries.map(\.lastSeen) == first.entries.map(\.lastSeen))
    let third = nights.run([], unchanged: [Nights.stream])
    #expect(third == second)
  }

  @Test func anUnchangedArtifactOfAFailedScanConfirmsNothing() {
    var nights = Nights()
    nights.run(two)
    nights.run([], .failed)
    let ledger = nights.run([], unchanged: [Nights.stream])
    #expect(ledger.states == [.unknown: 2])
    #expect(ledger.changes == [.carried: 2])
  }

  @Test func aLandslideOfFixesIsSaidToDeserveALook() {
    var nights = Nights()
    let many = (1...20).map { code("R", "a.py", $0 * 10, snippet: UInt64($0)) }
    nights.run(many)
    let ledger = nights.run(Array(many.prefix(3)))
    #expect(ledger.states == [.open: 3, .fixed: 17])
    #expect(ledger.scans.first?.notes.first?.hasPrefix("17 of 20 findings are gone") == true)
    var few = Nights()
    few.run(Array(many.prefix(10)))
    #expect(few.run([Finding]()).scans.first?.notes == [])
  }

  @Test func theLastCompleteScanIsRemembered() {
    var nights = Nights()
    let complete = nights.run(two).scans.first?.completeAt
    #expect(complete != nil)
    #expect(nights.run([], .failed).scans.first?.completeAt == complete)
    #expect(nights.run([StreamReading]()).scans.first?.completeAt == complete)
  }

  @Test func readingsOfOneStreamCountTogetherAndTheWorstHolds() {
    var nights = Nights()
    nights.run(two)
    let ledger = nights.run([reading([two[0]]), reading([], .partial)])
    #expect(ledger.scans.map(\.outcome) == [.partial])
    #expect(ledger.states == [.open: 1, .unknown: 1])
  }
}
