import Findings
import Reconciliation
import Testing

@Suite struct GateTests {
  private func failures(_ gate: Gate, _ first: [Finding], _ second: [Finding]?) -> [String] {
    var nights = Nights()
    var project = nights.run(first)
    if let second { project = nights.run(second) }
    return gate.failures(
      of: Ledger(moment: nights.moment, previous: nil, runs: [], projects: [project])
    )
  }

  private let high = code("R1", "a.py", 1, severity: .high)
  private let low = code("R2", "b.py", 1, severity: .low)
  private let unknown = code("R3", "c.py", 1, severity: .unknown)

  @Test func nothingFailsAGateThatAsksForNothing() {
    #expect(failures(Gate(), [low], [high, low, unknown]).isEmpty)
  }

  @Test func onlyNewFindingsThatAreBadEnoughFailIt() {
    let gate = Gate(new: .high)
    #expect(failures(gate, [high], nil).isEmpty)
    #expect(failures(gate, [high], [high, low]).isEmpty)
    let failed = failures(gate, [low], [high, low])
    #expect(failed == ["gate failed: 1 new or reopened findings of high or worse"])
  }

  @Test func anUnknownSeverityIsBadEnough() {
    #expect(failures(Gate(new: .critical), [low], [low, unknown]).count == 1)
    #expect(failures(Gate(open: .critical), [unknown], nil).count == 1)
  }

  @Test func openFindingsFailItEvenOfABaseline() {
    let gate = Gate(open: .medium)
    #expect(failures(gate, [low], nil).isEmpty)
    #expect(
      failures(gate, [high, low], nil) == ["gate failed: 1 open findings of medium or worse"]
    )
    #expect(failures(gate, [high], []).isEmpty)
  }
}
