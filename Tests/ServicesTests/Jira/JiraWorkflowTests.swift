import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraWorkflowTests {
  private func close(_ issue: IssueReference, isFixed: Bool = true) -> TicketStep {
    .close(issue, status: "To Do", isFixed: isFixed)
  }

  @Test(arguments: JiraFlavour.allCases, ["SEC", "HOP", "RES"])
  func issuesAreEndedAndBegunAgain(_ flavour: JiraFlavour, _ project: String) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make(.example(in: project))
    #expect(await tracker.perform(close(reference)) == .done(nil))
    let issue = try await tracker.issue(reference)
    #expect(issue.status == "Done" && issue.phase == .done)
    #expect(issue.resolution == (project == "HOP" ? nil : "Done"))
    #expect(try await tracker.requests(for: close(reference)).isEmpty)
    #expect(await tracker.perform(.reopen(reference, status: "Done")) == .done(nil))
    #expect(try await tracker.issue(reference).phase == .new)
    #expect(try await tracker.requests(for: .reopen(reference, status: "Done")).isEmpty)
    // A second time the way is as free as the first.
    #expect(await tracker.perform(close(reference)) == .done(nil))
    #expect(try await tracker.issue(reference).status == "Done")
  }

  @Test func whatIsSuppressedEndsAsWhatWillNotBeDone() async throws {
    let server = try await JiraServer(.cloud)
    let tracker = try server.tracker()
    let reference = try await tracker.make(.example(in: "RES"))
    #expect(await tracker.perform(close(reference, isFixed: false)) == .done(nil))
    #expect(try await tracker.issue(reference).resolution == "Won't Do")
  }

  @Test(arguments: JiraFlavour.allCases)
  func whereThereIsNoWayTheRefusalSaysSo(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let end = try await tracker.make(.example(in: "END"))
    let refusal = Refusal(status: 0, reason: "no way from In Progress to done")
    #expect(await tracker.refusal(of: close(end)) == refusal)
    // It is not moved to and fro.
    let requests = try await server.log().count {
      $0.path.hasSuffix("transitions") && $0.method == "POST"
    }
    #expect(requests == 1)
    #expect(await tracker.refusal(of: close(end)) == refusal)
    #expect(try await tracker.issue(end).status == "In Progress")
    let one = try await tracker.make(.example(in: "ONE"))
    #expect(await tracker.perform(close(one)) == .done(nil))
    let back = await tracker.refusal(of: .reopen(one, status: "Done"))
    #expect(back?.reason == "no way from Done to an open status" && back?.status == 0)
  }

  @Test func aWayThatTurnsInACircleIsLeft() async throws {
    let server = try await JiraServer(.cloud)
    try await server.settings(
      """
      {"workflows":{"no-done":[
        {"id":"1","name":"a","from":["To Do"],"to":"In Progress","screen":{}},
        {"id":"2","name":"b","from":["In Progress"],"to":"In Review","screen":{}},
        {"id":"3","name":"c","from":["In Review"],"to":"In Progress","screen":{}}]}}
      """
    )
    let tracker = try server.tracker()
    let reference = try await tracker.make(.example(in: "END"))
    let refusal = await tracker.refusal(of: close(reference))
    #expect(refusal?.reason == "no way from In Review to done")
  }

  @Test func theWayThatSaysWhatIsSoIsTaken() async throws {
    let server = try await JiraServer(.cloud)
    try await server.settings(
      """
      {"workflows":{"simple":[
        {"id":"1","name":"Reject","from":null,"to":"Rejected","screen":{},"resolution":"10001"},
        {"id":"2","name":"Explain","from":null,"to":"Done","screen":{"comment":true}},
        {"id":"3","name":"Done","from":null,"to":"Done","screen":{},"resolution":"10000"}]}}
      """
    )
    let tracker = try server.tracker()
    let fixed = try await tracker.make(.example(0))
    #expect(await tracker.perform(close(fixed)) == .done(nil))
    #expect(try await tracker.issue(fixed).status == "Done")
    try await server.settings(
      """
      {"workflows":{"simple":[
        {"id":"1","name":"Reject","from":null,"to":"Rejected","screen":{}},
        {"id":"2","name":"Explain","from":null,"to":"Done","screen":{"comment":true}}]}}
      """
    )
    let second = try await tracker.make(.example(1))
    #expect(
      await tracker.refusal(of: close(second))?.reason
        == "no way from To Do to done: \"Explain\" asks for Comment"
    )
    #expect(await tracker.perform(close(second, isFixed: false)) == .done(nil))
    #expect(try await tracker.issue(second).status == "Rejected")
  }

  @Test func aResolutionThatIsNotOfferedIsNotMadeUp() async throws {
    let server = try await JiraServer(.cloud)
    var access = try server.tracker().access
    access.resolutions.fixed = ["Verified"]
    let tracker = try JiraTracker(access, client: server.client)
    let reference = try await tracker.make(.example(in: "RES"))
    let reason = try #require(await tracker.refusal(of: close(reference))?.reason)
    #expect(reason.contains("asks for a resolution, one of Done, Won't Do"))
  }

  @Test(arguments: JiraFlavour.allCases)
  func aStepOnAnIssueThatIsGoneIsRefused(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    try await server.act(#"{"action":"delete","issue":"SEC-1"}"#)
    for step in [
      close(reference), .reopen(reference, status: "Done"), .comment(reference, .example()),
      .update(reference, IssueFields(priority: "Low")),
    ] {
      #expect(await tracker.refusal(of: step)?.status == 404)
    }
  }
}
