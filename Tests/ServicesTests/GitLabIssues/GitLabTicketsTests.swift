import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

/// Whole runs of the tickets' stage against a GitLab.
@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabTicketsTests {
  /// A GitLab, a store, and the nights.
  private struct World {
    let server: GitLabServer
    let folder: TemporaryFolder
    var nights: TicketNights
    var store: FolderStore { FolderStore(root: folder.path, mustExist: true) }

    init() async throws {
      server = try await GitLabServer()
      folder = try TemporaryFolder()
      nights = try TicketNights(project: GitLabServer.project)
    }

    @discardableResult
    func run(_ night: Int, hours: Int = 0, isApplied: Bool = true) async throws -> TicketsResult {
      await nights.run(night, hours: hours, try server.tracker(), store, isApplied: isApplied)
    }

    func issue(_ number: Int) async throws -> GitLabState.Issue {
      let issues = try await server.state().issues
      return try #require(issues.first { $0.title.contains("case \(number)") })
    }
  }

  @Test func aPlanShowsItsRequestsAndSendsNone() async throws {
    let world = try await World()
    try await world.run(0)
    let planned = try await world.run(1, isApplied: false)
    #expect(planned.plan.count == 3 && planned.plan.allSatisfy { $0.requests.count == 1 })
    #expect(try await world.server.state().issues.isEmpty)
    let done = try await world.run(1)
    #expect(done.problems == [] && done.report?.done == ["create": 3])
    let second = try await world.run(2, isApplied: false)
    #expect(
      second.plan.map(\.planned.step.verb).sorted() == ["close", "comment", "comment", "update"]
    )
    #expect(second.plan.allSatisfy { $0.requests.count == 1 && $0.obstacle == nil })
  }

  @Test func theNightsAreKept() async throws {
    let world = try await World()
    for night in 0...5 {
      let result = try await world.run(night)
      #expect(result.problems == [], "night \(night)")
      #expect(try await world.run(night, hours: 2, isApplied: false).plan.isEmpty)
      if night == 2 { #expect(try await world.issue(1).state == "closed") }
      if night == 4 { #expect(try await world.issue(2).state == "closed") }
    }
    let first = try await world.issue(0)
    #expect(first.labels.filter { $0.hasPrefix("priority::") } == ["priority::Highest"])
    #expect(try await world.issue(1).state == "opened")
    #expect(try await world.issue(1).notes.count == 2)
    #expect(try await world.issue(2).state == "opened")
    #expect(try await world.server.state().isQuiet)
  }

  @Test func aPriorityThatAPersonSetIsTheirs() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    let iid = try await world.issue(0).iid
    try await world.server.act(
      #"{"action":"edit","issue":\#(iid),"fields":{"add_labels":"priority::Low","remove_labels":"priority::High"}}"#
    )
    #expect(try await world.run(2).problems == [])
    #expect(try await world.issue(0).labels.contains("priority::Low"))
    #expect(try await !world.issue(0).labels.contains("priority::Highest"))
  }

  @Test func aLabelIsADecision() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    let iid = try await world.issue(2).iid
    try await world.server.act(
      #"{"action":"edit","issue":\#(iid),"fields":{"add_labels":"False Positive","state_event":"close","by":3}}"#
    )
    for hours in [2, 4] {
      let report = try #require(try await world.run(1, hours: hours).report)
      let decisions = report.lines.compactMap(\.ticket.decision)
      #expect(decisions.map(\.kind) == [.falsePositive] && decisions.first?.by == "Dev Two")
    }
    #expect(try await world.issue(2).state == "closed")
    #expect(try await world.issue(2).notes.isEmpty)
  }

  @Test func aMovedIssueIsKeptWhereItIs() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    let iid = try await world.issue(1).iid
    try await world.server.act(#"{"action":"move","issue":\#(iid),"to":"2"}"#)
    for night in 2...3 {
      #expect(try await world.run(night).problems == [])
      #expect(try await world.run(night, hours: 2, isApplied: false).plan.isEmpty)
    }
    let state = try await world.server.state()
    #expect(state.issues.count == 4)
    let moved = try #require(state.issues.first { $0.projectId == 2 })
    #expect(moved.state == "opened" && moved.notes.count == 2)
  }

  @Test func aLostBookFindsItsIssuesAgain() async throws {
    var world = try await World()
    world.nights.policy.backfill = 100
    for night in 0...1 { try await world.run(night) }
    let other = try TemporaryFolder()
    let store = FolderStore(root: other.path, mustExist: true)
    let result = await world.nights.run(1, hours: 2, try world.server.tracker(), store)
    #expect(result.problems == [] && result.report?.lines.count == 3)
    #expect(try await world.server.state().issues.count == 3)
  }

  @Test func twoRunsAtOnceMakeOneIssueEach() async throws {
    for _ in 0..<5 {
      let world = try await World()
      try await world.run(0)
      async let left = world.run(1)
      async let right = world.run(1, hours: 1)
      _ = try await (left, right)
      try await world.run(1, hours: 3)
      let state = try await world.server.state()
      #expect(state.issues.count == 3 && state.issues.allSatisfy(\.notes.isEmpty))
      #expect(try await world.run(1, hours: 5, isApplied: false).plan.isEmpty)
    }
  }

  @Test func anExpiredTokenStopsTheTicketsAndSaysSo() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    try await world.server.settings(#"{"tokens":{"\#(GitLabServer.token)":"expired"}}"#)
    let result = try await world.run(2)
    #expect(result.report == nil && result.problems.count == 1)
    #expect(result.problems.first?.problem.contains("Token is expired") == true)
    try await world.server.settings(#"{"tokens":{"\#(GitLabServer.token)":"api"}}"#)
    #expect(try await world.run(2, hours: 2).problems == [])
    #expect(try await world.issue(1).state == "closed")
  }

  @Test func aSuddenlyHiddenProjectIsNoNews() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    try await world.server.settings(#"{"projects":{"1":{"path":"group/security","hidden":true}}}"#)
    let result = try await world.run(2)
    #expect(result.problems.first?.problem.contains("shows none of the 3 issues") == true)
    try await world.server.settings(
      #"{"projects":{"1":{"path":"group/security","hidden":false}}}"#
    )
    #expect(try await world.run(2, hours: 2).problems == [])
    #expect(try await world.server.state().issues.count == 3)
  }

  @Test func aTokenThatOnlyReadsIsToldSoAndLosesNothing() async throws {
    let world = try await World()
    try await world.run(0)
    try await world.server.settings(#"{"tokens":{"\#(GitLabServer.token)":"read_api"}}"#)
    let result = try await world.run(1)
    #expect(result.problems.contains { $0.problem.contains("insufficient_scope") })
    try await world.server.settings(#"{"tokens":{"\#(GitLabServer.token)":"api"}}"#)
    #expect(try await world.run(1, hours: 2).problems == [])
    #expect(try await world.server.state().issues.count == 3)
  }
}
