import Actions
import Testing

@Suite struct DecisionTests {
  private func issue(
    _ phase: Actions.Issue.Phase,
    status: String = "Done",
    resolution: String? = nil,
    labels: [String] = []
  ) -> Actions.Issue {
    Actions.Issue(
      reference: IssueReference(id: "1", key: "A-1", url: "https://jira.example/browse/A-1"),
      status: status,
      phase: phase,
      resolution: resolution,
      labels: labels
    )
  }

  @Test func aResolutionIsOneOnceTheIssueIsDone() {
    let words = DecisionWords()
    #expect(words.decision(on: issue(.done, resolution: "Won't Do"))?.kind == .wontFix)
    #expect(words.decision(on: issue(.active, resolution: "Won't Do")) == nil)
    #expect(words.decision(on: issue(.done, resolution: "Done")) == nil)
    #expect(words.decision(on: issue(.done)) == nil)
  }

  @Test func aStatusMayBeOne() {
    let words = DecisionWords()
    let rejected = issue(.done, status: "Risk accepted", resolution: "Done")
    #expect(words.decision(on: rejected)?.kind == .accepted)
  }

  @Test func aLabelIsOneWhereverTheIssueStands() {
    let words = DecisionWords([.falsePositive: ["not-ours"]])
    #expect(words.decision(on: issue(.new, labels: ["vigil", "NOT_OURS"]))?.kind == .falsePositive)
    #expect(words.decision(on: issue(.done, resolution: "Won't Do")) == nil)
  }
}
