import Findings
import Reconciliation
import Testing

@testable import Dashboards

@Suite struct VerdictTests {
  private func outline(_ ledger: Ledger) -> LedgerOutline {
    LedgerOutline(ledger, options: DashboardOptions(title: "Shop", generatedBy: "vigil"))
  }

  private func verdict(nights: Int) -> [String] {
    Verdict(Scope(outline(StoryLedger.make(nights: nights)))).sentences
  }

  @Test func theLastNightIsToldInTwoSentences() {
    #expect(
      verdict(nights: 12) == [
        "1 new high and 1 new medium findings since 22 Nov.",
        "1 scan failed and 1 scan is missing; 9 findings are unconfirmed.",
      ]
    )
  }

  @Test func aFirstRunIsABaselineAndNotNews() {
    #expect(
      verdict(nights: 1) == [
        "First run: 47 open findings from 7 scans are the baseline; there is nothing to compare "
          + "them with yet."
      ]
    )
  }

  @Test func aNightThatOnlyClosesSaysSo() {
    #expect(verdict(nights: 8) == ["No new findings since 18 Nov.", "3 fixed."])
  }

  @Test func aFindingThatComesBackIsSaidToBeBack() {
    #expect(verdict(nights: 11).first == "No new findings since 21 Nov; 1 came back.")
  }

  @Test func withoutScansNothingIsKnown() {
    let ledger = Ledger(moment: SampleLedger.monday, previous: nil, runs: [], projects: [])
    #expect(Verdict(Scope(outline(ledger))).sentences.first?.contains("nothing is known") == true)
  }

  @Test func aScanThatHasNotReportedForLongIsStaleAndNotComplete() {
    var scan = Scan(
      stream: Stream(project: "shop", category: .sast, scanner: "semgrep"),
      outcome: .complete
    )
    let now = Instant(seconds: 30 * 86_400)
    func health(daysAgo days: Int64) -> Health {
      scan.observedAt = Instant(seconds: now.seconds - days * 86_400)
      return ScanOutline(scan, number: 1, at: now, staleAfterDays: 7).health
    }
    #expect(health(daysAgo: 7) == .complete)
    #expect(health(daysAgo: 8) == .stale)
    scan.outcome = .failed
    #expect(health(daysAgo: 8) == .failed)
  }

  @Test func upgradesAreAddedUpOverProjectsTheWorstFirst() {
    let story = outline(StoryLedger.make())
    let actions = UpgradeAction.top(3, of: story.projects)
    #expect(actions.map(\.package) == ["minimist", "openssl", "lodash"])
    #expect(actions[2].open[.high] == 2)
    #expect(actions[2].version == "4.17.21")
  }

  @Test func theFirstSightOfAProjectIsNoNewsInItsChanges() {
    let runs = RunChanges.all(in: outline(StoryLedger.make()), newest: 60)
    #expect(runs.count == 12)
    #expect(runs[0][.new].count == 2)
    #expect(runs[11].count == 0)
    #expect(runs[11].baseline == (2, 47))
    #expect(runs[1][.reopened].count == 1)
    #expect(runs[0][.unconfirmed].count == 6)
  }
}
