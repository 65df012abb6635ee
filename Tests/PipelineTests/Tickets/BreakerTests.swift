import Actions
import Findings
import Testing

@testable import Pipeline

@Suite struct BreakerTests {
  private let comment = TicketStep.comment(
    IssueReference(id: "1", key: "A-1", url: ""),
    TicketNote(text: "", marker: "", facts: TicketFacts(state: .open, severity: .high))
  )

  private func refused(_ status: Int, _ reason: String, field: String? = nil) -> StepOutcome {
    .refused(Refusal(status: status, field: field, reason: reason))
  }

  @Test func theSameRefusalThreeTimesStopsAProject() {
    var breaker = Breaker()
    #expect(breaker.notice(refused(403, "no"), of: comment, in: "A") == nil)
    #expect(breaker.notice(refused(403, "other"), of: comment, in: "A") == nil)
    #expect(breaker.notice(refused(403, "no"), of: comment, in: "A") == nil)
    #expect(!breaker.refuses(comment, in: "A"))
    #expect(breaker.notice(refused(403, "no"), of: comment, in: "A") != nil)
    #expect(breaker.refuses(comment, in: "A"))
    #expect(!breaker.refuses(comment, in: "B"))
  }

  @Test func whatTheProgramRefusesItselfStopsNothing() {
    var breaker = Breaker()
    for _ in 0..<5 {
      #expect(breaker.notice(refused(0, "no way"), of: comment, in: "A") == nil)
    }
    #expect(!breaker.refuses(comment, in: "A"))
  }
}
