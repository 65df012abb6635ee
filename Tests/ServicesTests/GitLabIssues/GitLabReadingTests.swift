import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabReadingTests {
  private func draft(_ number: Int = 0, in project: String = GitLabServer.project) -> TicketDraft {
    .example(number, in: project)
  }

  private func missing(_ state: IssueState?) -> String? {
    guard case .missing(let reason)? = state else { return nil }
    return reason
  }

  @Test func anIssueIsReadAsItStands() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    #expect(reference.id == "1/1" && reference.key == "group/security#1")
    #expect(reference.url == "\(server.server.url)/group/security/-/issues/1")
    let issue = try await tracker.issue(reference)
    #expect(issue.reference == reference)
    #expect(issue.status == "opened" && issue.phase == .new && issue.resolution == nil)
    #expect(issue.priority == "High" && issue.due == "2026-12-24")
    #expect(issue.labels.contains("vigil") && issue.labels.contains("priority::High"))
    #expect(issue.createdAt != nil && issue.closedAt == nil && issue.closedBy == nil)
  }

  @Test func aClosedIssueTellsWhoClosedItAndWhen() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.act(#"{"action":"edit","issue":1,"fields":{"state_event":"close","by":2}}"#)
    let issue = try await tracker.closed(try await tracker.issue(reference))
    #expect(issue.status == "closed" && issue.phase == .done)
    #expect(issue.closedBy == "Dev One" && issue.closedAt != nil)
  }

  @Test func manyIssuesTakeARequestForEachHundred() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    var references: [IssueReference] = []
    for number in 0..<101 { references.append(try await tracker.make(draft(number))) }
    references.append(try await tracker.make(draft(500, in: "group/app")))
    try await server.forgetLog()
    let states = try await tracker.issues(references)
    #expect(states.count == 102)
    #expect(states.values.allSatisfy { missing($0) == nil })
    #expect(try await server.log().count == 3)
  }

  @Test func anIssueThatIsGoneIsMissingAndOneThatIsHiddenToo() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let gone = try await tracker.make(draft(0))
    let there = try await tracker.make(draft(1))
    let hidden = try await tracker.make(draft(2, in: "group/app"))
    try await server.act(#"{"action":"delete","issue":1}"#)
    try await server.settings(#"{"projects":{"2":{"path":"group/app","hidden":true}}}"#)
    let jira = IssueReference(id: "10001", key: "SEC-1", url: "https://jira.example/browse/SEC-1")
    let states = try await tracker.issues([gone, there, hidden, jira])
    #expect(missing(states[gone.id])?.contains("is deleted") == true)
    #expect(missing(states[hidden.id]) == "404 Project Not Found")
    #expect(missing(states[jira.id]) == "SEC-1 is no issue of a GitLab")
    #expect(missing(states[there.id]) == nil && states[there.id] != nil)
  }

  @Test func aListThatLeavesAnIssueOutSaysNothingOfIt() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.fault(#"{"action":"empty","path":"/issues$","method":"GET"}"#)
    #expect(try await tracker.issue(reference).phase == .new)
  }

  @Test func aTokenThatIsRefusedIsNoNewsOfIssues() async throws {
    let server = try await GitLabServer()
    let reference = try await server.tracker().make(draft())
    let stranger = try server.tracker(token: "expired-token-of-tests")
    await #expect(throws: Problem.self) { try await stranger.issues([reference]) }
    try await server.fault(#"{"action":"status","status":500,"path":"/issues$","count":0}"#)
    let tracker = try server.tracker()
    await #expect(throws: Problem.self) { try await tracker.issues([reference]) }
  }

  @Test(arguments: [true, false])
  func aMovedIssueIsFollowed(_ isAdministrator: Bool) async throws {
    let server = try await GitLabServer()
    try await server.settings(#"{"admin":\#(isAdministrator)}"#)
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.act(#"{"action":"move","issue":1,"to":"2"}"#)
    let moved = try await tracker.issue(reference)
    #expect(moved.reference.id == "2/1" && moved.reference.key == "group/app#1")
    #expect(moved.phase == .new)
    let found = try await tracker.issues(bearing: [draft().key], in: [GitLabServer.project])
    #expect(found[draft().key]?.map(\.reference.id) == ["2/1"])
    let both = [GitLabServer.project, "group/app"]
    let once = try await tracker.issues(bearing: [draft().key], in: both)
    #expect(once[draft().key]?.map(\.reference.id) == ["2/1"])
  }

  @Test(arguments: [true, false])
  func anIssueThatWasMovedOutOfSightIsMissing(_ isAdministrator: Bool) async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.act(#"{"action":"move","issue":1,"to":"2"}"#)
    try await server.settings(#"{"projects":{"2":{"path":"group/app","hidden":true}}}"#)
    let states = try await tracker.issues([reference])
    #expect(
      missing(states[reference.id]) == "group/security#1 was moved to where it may not be seen"
    )
    // It is not made anew for that.
    let found = try await tracker.issues(bearing: [draft().key], in: [GitLabServer.project])
    #expect(found[draft().key]?.map(\.reference.id) == ["1/1"])
    let refusal = await tracker.refusal(of: .reopen(reference, status: "closed"))
    #expect(refusal?.reason == "group/security#1 was moved to another project")
  }

  @Test func aNoteOfAPersonMovesNothing() {
    let path = { GitLabTracker.path(movedTo: $0, from: "group/sub/app") }
    #expect(path("moved to other#3") == "/projects/group%2Fsub%2Fother/issues/3")
    #expect(path("moved to far/away#12") == "/projects/far%2Faway/issues/12")
    #expect(path("moved from other#3") == nil)
    #expect(path("moved to other") == nil)
    #expect(path("moved to other#3x") == nil)
  }

  @Test func keysAreFoundWhateverTheStateOfTheIssue() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let first = try await tracker.make(draft(0))
    let double = try await tracker.make(draft(0, in: "group/app"))
    _ = try await tracker.perform(.close(first, status: "opened"))
    let keys = [draft(0).key, draft(1).key]
    let found = try await tracker.issues(bearing: keys, in: [GitLabServer.project, "group/app"])
    #expect(found[keys[0]]?.map(\.reference) == [first, double])
    #expect(found[keys[1]] == [])
    await #expect(throws: Problem.self) {
      try await tracker.issues(bearing: keys, in: ["other/secret"])
    }
  }

  @Test func ofManyKeysAllOurIssuesAreReadInstead() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    for number in 0..<101 { _ = try await tracker.make(draft(number)) }
    let keys = (0..<120).map { draft($0).key }
    try await server.forgetLog()
    let found = try await tracker.issues(bearing: keys, in: [GitLabServer.project])
    #expect(found.count == 120 && found.values.filter { $0.count == 1 }.count == 101)
    #expect(try await server.log().count == 2)
    // GitLab does not count long lists, nor says so where they are more pages than keys.
    try await server.settings(#"{"count_limit":50}"#)
    #expect(try await tracker.issues(bearing: keys, in: [GitLabServer.project]) == found)
  }

  @Test func aCommentIsFoundOnWhateverPage() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    let note = TicketNote.example()
    #expect(try await !tracker.hasNote(note.marker, on: reference))
    #expect(await tracker.perform(.comment(reference, note)) == .done(nil))
    for number in 0..<100 {
      try await server.act(#"{"action":"comment","issue":1,"body":"comment \#(number)"}"#)
    }
    try await server.forgetLog()
    #expect(try await tracker.hasNote(note.marker, on: reference))
    #expect(try await server.log().count == 2)
    #expect(try await !tracker.hasNote(TicketNote.example(1).marker, on: reference))
    let nowhere = IssueReference(id: "1/99", key: "x", url: "x")
    #expect(try await !tracker.hasNote(note.marker, on: nowhere))
  }
}
