import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

/// Whole runs of the tickets' stage against a Jira.
@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraTicketsTests {
  /// A Jira, a store, and the nights.
  private struct World {
    let server: JiraServer
    let folder: TemporaryFolder
    var nights: TicketNights
    var store: FolderStore { FolderStore(root: folder.path, mustExist: true) }

    init(_ flavour: JiraFlavour = .cloud, project: String = "SEC") async throws {
      server = try await JiraServer(flavour)
      folder = try TemporaryFolder()
      nights = try TicketNights(project: project)
    }

    @discardableResult
    func run(_ night: Int, hours: Int = 0, isApplied: Bool = true) async throws -> TicketsResult {
      await nights.run(night, hours: hours, try server.tracker(), store, isApplied: isApplied)
    }

    func issue(_ number: Int) async throws -> JiraState.Issue {
      let issues = try await server.state().issues
      return try #require(issues.first { $0.fields.summary.contains("case \(number)") })
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func aPlanShowsItsRequestsAndSendsNone(_ flavour: JiraFlavour) async throws {
    let world = try await World(flavour)
    try await world.run(0)
    let planned = try await world.run(1, isApplied: false)
    #expect(planned.plan.count == 3 && planned.plan.allSatisfy { $0.requests.count == 1 })
    #expect(try await world.server.state().issues.isEmpty)
    let done = try await world.run(1)
    #expect(done.problems == [] && done.report?.done == ["create": 3])
    // What was shown is what was sent.
    let sent = try await world.server.log()
      .filter { $0.method == "POST" && $0.path.hasSuffix("/issue") }
    #expect(sent.count == 3)
    let second = try await world.run(2, isApplied: false)
    #expect(
      second.plan.map(\.planned.step.verb).sorted() == ["close", "comment", "comment", "update"]
    )
    #expect(second.plan.allSatisfy { $0.requests.count == 1 && $0.obstacle == nil })
  }

  @Test(arguments: JiraFlavour.allCases, ["SEC", "HOP", "RES"])
  func theNightsAreKeptInEveryWorkflow(_ flavour: JiraFlavour, _ project: String) async throws {
    let world = try await World(flavour, project: project)
    for night in 0...3 {
      let result = try await world.run(night)
      #expect(result.problems == [], "night \(night)")
      #expect(try await world.run(night, hours: 2, isApplied: false).plan.isEmpty)
      if night == 2 { #expect(try await world.issue(1).category == "done") }
    }
    #expect(try await world.issue(0).fields.priority?.name == "Highest")
    #expect(try await world.issue(1).category == "new")
    #expect(try await world.issue(1).comments.count == 2)
  }

  @Test func anIssueWithoutAWayToDoneIsToldSoOnceAndLeftAlone() async throws {
    let world = try await World(project: "END")
    for night in 0...2 { try await world.run(night) }
    for hours in [2, 4, 6] { try await world.run(2, hours: hours) }
    let issue = try await world.issue(1)
    #expect(issue.status == "In Progress" && issue.comments.count == 2)
    #expect(issue.comments.last?.text.contains("no way from In Progress to done") == true)
    let moves = try await world.server.log().count {
      $0.method == "POST" && $0.path.hasSuffix("/transitions")
    }
    #expect(moves == 1)
  }

  @Test func aWayInACircleIsGoneOnceAndToldOnce() async throws {
    let world = try await World(project: "END")
    try await world.server.settings(
      """
      {"workflows":{"no-done":[
        {"id":"1","name":"a","from":["To Do","In Review"],"to":"In Progress","screen":{}},
        {"id":"2","name":"b","from":["In Progress"],"to":"In Review","screen":{}}]}}
      """
    )
    for night in 0...2 { try await world.run(night) }
    for hours in [2, 4, 6] { try await world.run(2, hours: hours) }
    #expect(try await world.issue(1).status == "In Review")
    #expect(try await world.issue(1).comments.count == 2)
    #expect(try await world.run(2, hours: 8, isApplied: false).plan.isEmpty)
  }

  @Test func aFormThatCannotBeFilledIsOneProblem() async throws {
    for (project, field) in [("STRICT", "components"), ("BARE", "labels")] {
      let world = try await World(project: project)
      try await world.run(0)
      let result = try await world.run(1)
      #expect(result.problems.count == 1)
      #expect(result.problems.first?.problem.contains("the field \"\(field)\" is refused") == true)
      #expect(try await world.server.state().issues.isEmpty)
    }
  }

  @Test func aLaggingIndexMakesNoSecondIssue() async throws {
    let world = try await World()
    try await world.run(0)
    try await world.server.settings(#"{"search_lag_requests":4}"#)
    try await world.server.fault(
      #"{"action":"drop_after","method":"POST","path":"/issue$","count":0}"#
    )
    #expect(try await world.run(1).report?.done["create"] == nil)
    try await world.server.forgetFaults()
    for hours in [0, 0, 0, 0, 2, 3] { try await world.run(1, hours: hours) }
    #expect(try await world.server.state().issues.count == 3)
    #expect(try await world.run(1, hours: 4, isApplied: false).plan.isEmpty)
  }

  @Test(arguments: JiraFlavour.allCases)
  func aLostBookFindsItsIssuesAgain(_ flavour: JiraFlavour) async throws {
    var world = try await World(flavour)
    world.nights.policy.backfill = 100
    for night in 0...1 { try await world.run(night) }
    let other = try TemporaryFolder()
    let store = FolderStore(root: other.path, mustExist: true)
    let result = await world.nights.run(1, hours: 2, try world.server.tracker(), store)
    #expect(result.problems == [] && result.report?.lines.count == 3)
    #expect(try await world.server.state().issues.count == 3)
  }

  @Test(arguments: JiraFlavour.allCases)
  func twoRunsAtOnceMakeOneIssueEach(_ flavour: JiraFlavour) async throws {
    for _ in 0..<5 {
      let world = try await World(flavour)
      try await world.run(0)
      async let left = world.run(1)
      async let right = world.run(1, hours: 1)
      _ = try await (left, right)
      try await world.run(1, hours: 3)
      let state = try await world.server.state()
      #expect(state.issues.count == 3 && state.issues.allSatisfy { $0.comments.isEmpty })
      #expect(try await world.run(1, hours: 5, isApplied: false).plan.isEmpty)
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func whatAPersonDecidesIsReadWithTheirNameNightAfterNight(_ flavour: JiraFlavour) async throws {
    let world = try await World(flavour)
    for night in 0...1 { try await world.run(night) }
    let key = try await world.issue(2).key
    try await world.server.act(
      #"{"action":"edit","issue":"\#(key)","status":"Done","resolution":"Won't Do","author":"712020:dev-two"}"#
    )
    for hours in [2, 4] {
      let report = try #require(try await world.run(1, hours: hours).report)
      let line = try #require(report.lines.first { $0.ticket.issue?.key == key })
      #expect(line.ticket.decision?.kind == .wontFix && line.ticket.decision?.by == "Dev Two")
      #expect(line.ticket.decision?.at != nil)
    }
    #expect(try await world.issue(2).category == "done")
  }

  @Test(arguments: JiraFlavour.allCases)
  func whatWeEndedAsSuppressedIsNobodysDecision(_ flavour: JiraFlavour) async throws {
    let world = try await World(flavour, project: "RES")
    for night in 0...4 { try await world.run(night) }
    #expect(try await world.issue(2).resolution == "Won't Do")
    for hours in [2, 4] {
      let report = try #require(try await world.run(4, hours: hours).report)
      #expect(report.lines.allSatisfy { $0.ticket.decision == nil })
    }
    #expect(try await world.run(5).problems == [])
    #expect(try await world.issue(2).category == "new")
    #expect(try await world.issue(2).comments.count == 2)
    // What a person ends the same way is one.
    let key = try await world.issue(2).key
    try await world.server.act(
      #"{"action":"edit","issue":"\#(key)","status":"Done","resolution":"Won't Do"}"#
    )
    let report = try #require(try await world.run(5, hours: 2).report)
    #expect(report.lines.compactMap(\.ticket.decision?.by) == ["Dev One"])
  }

  @Test func anExpiredTokenStopsTheTicketsAndSaysSo() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    try await world.server.settings(#"{"token":"a new one"}"#)
    let result = try await world.run(2)
    #expect(result.report == nil && result.problems.count == 1)
    #expect(result.problems.first?.problem.contains("credentials are refused") == true)
    try await world.server.settings(#"{"token":"\#(JiraServer.token)"}"#)
    #expect(try await world.run(2, hours: 2).problems == [])
    #expect(try await world.issue(1).category == "done")
  }

  @Test func aSuddenlyEmptyTrackerIsNoNews() async throws {
    let world = try await World()
    for night in 0...1 { try await world.run(night) }
    try await world.server.fault(#"{"action":"empty","path":"bulkfetch","count":0}"#)
    let result = try await world.run(2)
    #expect(result.problems.first?.problem.contains("shows none of the 3 issues") == true)
    try await world.server.forgetFaults()
    #expect(try await world.run(2, hours: 2).problems == [])
  }
}
