import Findings
import Reconciliation
import Testing

/// What is changed, not new.
@Suite struct ChangeTests {
  @Test func aVersionBumpIsChangedNotNew() {
    var nights = Nights()
    nights.run([vulnerable("lodash", "4.17.11")])
    let ledger = nights.run([vulnerable("lodash", "4.17.20", fixedIn: "4.17.21")])
    #expect(ledger.changes == [.changed: 1])
    #expect(
      ledger.entries.first?.differences == [
        Difference(field: "version", before: "4.17.11", after: "4.17.20"),
        Difference(field: "fixedIn", before: "", after: "4.17.21"),
      ]
    )
    #expect(
      ledger.entries.first?.history.last?.note
        == "version: 4.17.11 → 4.17.20; fixedIn: none → 4.17.21"
    )
  }

  @Test func aNewSeverityIsChangedNotNew() {
    var nights = Nights()
    nights.run([code("R", "a.py", 10, severity: .high)])
    let ledger = nights.run([code("R", "a.py", 14, severity: .critical)])
    #expect(ledger.changes == [.changed: 1])
    #expect(ledger.entries.first?.differences.map(\.field) == ["severity", "line"])
    #expect(ledger.entries.first?.history.last?.note == "severity: high → critical")
  }

  @Test func anotherWordForTheSameSeverityIsUnchanged() {
    var nights = Nights()
    var finding = code("R", "a.py", 10)
    finding.scannerSeverity = "WARNING"
    nights.run([finding])
    finding.scannerSeverity = "MEDIUM"
    finding.message = "Another wording"
    let ledger = nights.run([finding])
    #expect(ledger.changes == [.unchanged: 1])
    #expect(ledger.entries.first?.finding.scannerSeverity == "MEDIUM")
  }

  @Test func aRebuiltImageIsChangedNotNew() {
    func finding(tag: String) -> Finding {
      let package = Package(ecosystem: "deb", name: "openssl", version: "3.0.1")
      var location = Location(path: "usr/lib")
      location.package = package
      location.image = "registry.example/shop:\(tag)"
      return Finding(
        rule: Rule(id: "CVE-2026-1"),
        severity: .high,
        title: "openssl",
        location: location,
        identity: .image(
          advisory: "CVE-2026-1",
          package: package,
          repository: "registry.example/shop",
          target: "usr/lib"
        )
      )
    }
    var nights = Nights()
    nights.run([finding(tag: "1.0")])
    let ledger = nights.run([finding(tag: "1.1")])
    #expect(ledger.changes == [.changed: 1])
    #expect(ledger.entries.first?.differences.map(\.field) == ["image"])
  }

  @Test func aDecisionToLiveWithItIsChangedAndNoLongerOpen() {
    var nights = Nights()
    var finding = code("R", "a.py", 10)
    nights.run([finding])
    finding.suppression = Suppression(justification: "test data")
    let suppressed = nights.run([finding])
    #expect(suppressed.changes == [.changed: 1])
    #expect(suppressed.states == [.suppressed: 1])
    #expect(suppressed.trend.last?.open.total == 0)
    #expect(suppressed.trend.last?.suppressed == 1)
    finding.suppression = nil
    let open = nights.run([finding])
    #expect(open.changes == [.changed: 1])
    #expect(open.states == [.open: 1])
  }

  @Test func theTrendGrowsOnlyWhenSomethingHappens() {
    var nights = Nights()
    nights.run([code("R", "a.py", 10), code("R", "a.py", 20)])
    nights.run([code("R", "a.py", 10), code("R", "a.py", 20)])
    nights.run([code("R", "a.py", 10), code("S", "a.py", 90)])
    let trend = nights.run([code("R", "a.py", 10), code("S", "a.py", 90)]).trend
    #expect(trend.map(\.open.total) == [2, 2])
    #expect(trend.map(\.opened) == [2, 1])
    #expect(trend.map(\.closed) == [0, 1])
  }
}
