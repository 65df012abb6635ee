import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: JiraSpecification.isCheckable, "Atlassian's description is not there"))
struct JiraSpecificationTests {
  @Test func everyRequestIsOneThatAtlassianDescribes() async throws {
    let server = try await JiraServer(.cloud)
    let tracker = try server.tracker()
    try await tracker.check()
    let draft = TicketDraft.example {
      $0.destination.components = ["api"]
      $0.destination.assignee = "712020:dev-one"
    }
    let reference = try await tracker.make(draft)
    let other = try await tracker.make(.example(1, in: "RES"))
    _ = try await tracker.make(.example(2) { $0.destination.parent = other.key })
    let steps: [TicketStep] = [
      .comment(reference, .example()), .update(reference, IssueFields(priority: "Low")),
      .close(other, status: "To Do"), .reopen(other, status: "Done"),
      .link(reference, to: other, .follows), .close(reference, status: "To Do"),
    ]
    for step in steps { #expect(await tracker.perform(step) == .done(nil)) }
    _ = try await tracker.issues(bearing: [draft.key], in: ["SEC"])
    _ = try await tracker.hasNote("x", on: reference)
    _ = try await tracker.closed(try await tracker.issue(reference))
    let log = try await server.control("GET", "log").body
    #expect(try JiraSpecification.errors(in: log) == [])
    let seen = try await server.log().map(\.path)
    #expect(seen.count > 25)
  }

  @Test func itRefusesWhatIsWrong() throws {
    let log = #"""
      {"requests":[
        {"method":"POST","path":"/rest/api/3/search/jql","body":{"jql":"x","startAt":3}},
        {"method":"POST","path":"/rest/api/3/issueLink","body":{"type":{"id":"1"}}},
        {"method":"GET","path":"/rest/api/3/issue/1/comment","query":{"from":["1"]},"body":null},
        {"method":"POST","path":"/rest/api/3/nothing","body":{}}]}
      """#
    #expect(try JiraSpecification.errors(in: Array(log.utf8)).count >= 4)
  }
}
