import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraReadingTests {
  @Test(arguments: JiraFlavour.allCases)
  func issuesAreReadAsTheyStand(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let person = flavour == .cloud ? "712020:dev-one" : "dev.one"
    let reference = try await tracker.make(.example { $0.destination.assignee = person })
    let issue = try await tracker.issue(reference)
    #expect(issue.reference == reference && issue.status == "To Do" && issue.phase == .new)
    #expect(issue.priority == "High" && issue.due == "2026-12-24" && issue.resolution == nil)
    #expect(issue.assignee == "Dev One" && issue.labels.contains(TicketDraft.example().key.label))
    #expect(issue.createdAt != nil && issue.updatedAt != nil && issue.closedAt == nil)
  }

  @Test(arguments: JiraFlavour.allCases)
  func whatIsGoneIsMissingAndWhatIsMovedIsNot(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let references = try await [
      tracker.make(.example(0)), tracker.make(.example(1)), tracker.make(.example(2, in: "ONE")),
    ]
    try await server.act(#"{"action":"delete","issue":"SEC-1"}"#)
    try await server.act(#"{"action":"move","issue":"SEC-2","project":"HOP"}"#)
    try await server.settings(#"{"projects":{"ONE":{"hidden":true}}}"#)
    let states = try await tracker.issues(references)
    #expect(states.count == 3)
    guard case .missing? = states[references[0].id], case .missing? = states[references[2].id],
      case .there(let moved)? = states[references[1].id]
    else {
      Testing.Issue.record("\(states)")
      return
    }
    #expect(moved.reference.key == "HOP-1" && moved.reference.url.hasSuffix("/browse/HOP-1"))
  }

  @Test func ofNobodyJiraCloudSaysThatAllIsMissing() async throws {
    let server = try await JiraServer(.cloud)
    let reference = try await server.tracker().make()
    let nobody = try server.tracker(credential: .bearer("wrong"))
    guard case .missing? = try await nobody.issues([reference])[reference.id] else {
      Testing.Issue.record("not missing")
      return
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func aTrackerThatDoesNotAnswerIsAProblem(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    for fault in [
      #""status","status":500"#, #""drop""#, #""malformed""#, #""status","status":401"#,
    ] {
      try await server.fault(#"{"action":\#(fault),"count":0}"#)
      await #expect(throws: Problem.self) { try await tracker.issues([reference]) }
      let key = TicketDraft.example().key
      await #expect(throws: Problem.self) {
        try await tracker.issues(bearing: [key], in: ["SEC"])
      }
      await #expect(throws: Problem.self) { try await tracker.hasNote("x", on: reference) }
      try await server.forgetFaults()
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func anAnswerWithoutIssuesIsNotTakenForNone(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    for body in [#"{"code":200}"#, #"{"issues":[{"id":"10001"}],"isLast":true}"#] {
      try await server.fault(#"{"action":"status","status":200,"body":\#(body),"count":0}"#)
      let key = TicketDraft.example().key
      await #expect(throws: Problem.self) { try await tracker.issues([reference]) }
      await #expect(throws: Problem.self) { try await tracker.issues(bearing: [key], in: ["SEC"]) }
      try await server.forgetFaults()
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func keysAreFoundInWhicheverProjectAndOnWhicheverPage(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    try await server.settings(#"{"page_cap":2}"#)
    var keys: [TicketKey] = []
    for number in 0..<5 {
      let draft = TicketDraft.example(number)
      keys.append(draft.key)
      _ = try await tracker.make(draft)
    }
    let double = try await tracker.make(.example(4))
    try await server.act(#"{"action":"move","issue":"SEC-1","project":"HOP"}"#)
    // More keys than one query takes; a project that is not there does not matter.
    let others = (100..<160).map { TicketDraft.example($0).key }
    let found = try await tracker.issues(bearing: others + keys, in: ["GONE", "SEC"])
    #expect(found.count == 65 && others.allSatisfy { found[$0] == [] })
    #expect(keys.map { found[$0]?.count } == [1, 1, 1, 1, 2])
    #expect(found[keys[0]]?.first?.reference.key == "HOP-1")
    #expect(found[keys[4]]?.contains { $0.reference == double } == true)
  }

  @Test func theIndexMayLagAndReadingByIdDoesNot() async throws {
    let server = try await JiraServer(.cloud)
    let tracker = try server.tracker()
    try await server.settings(#"{"search_lag_requests":1}"#)
    let reference = try await tracker.make()
    let key = TicketDraft.example().key
    #expect(try await tracker.issues(bearing: [key], in: ["SEC"]) == [key: []])
    #expect(try await tracker.issue(reference).status == "To Do")
    #expect(try await tracker.issues(bearing: [key], in: ["SEC"])[key]?.count == 1)
  }

  @Test(arguments: JiraFlavour.allCases)
  func aCommentIsFoundByItsMarkerAmongMany(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    #expect(try await !tracker.hasNote(TicketNote.example().marker, on: reference))
    // On the second page, from whichever end they are read.
    for number in 0..<220 {
      if number == 110 { _ = await tracker.perform(.comment(reference, .example())) }
      try await server.act(#"{"action":"comment","issue":"SEC-1","body":"comment \#(number)"}"#)
    }
    #expect(try await tracker.hasNote(TicketNote.example().marker, on: reference))
    #expect(try await !tracker.hasNote(TicketNote.example(1).marker, on: reference))
    try await server.act(#"{"action":"delete","issue":"SEC-1"}"#)
    #expect(try await !tracker.hasNote(TicketNote.example().marker, on: reference))
  }

  @Test(arguments: JiraFlavour.allCases)
  func whoEndedAnIssueIsRead(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    let steps = [
      (#""status":"Done","resolution":"Done""#, "dev-two"),
      (#""status":"To Do","resolution":null"#, "dev-two"),
      (#""status":"Done""#, "dev-two"), (#""resolution":"Won't Do""#, "dev-one"),
      (#""fields":{"summary":"other words"}"#, "dev-two"),
    ]
    for (change, author) in steps {
      try await server.act(
        #"{"action":"edit","issue":"SEC-1","author":"712020:\#(author)",\#(change)}"#
      )
    }
    let issue = try await tracker.issue(reference)
    #expect(issue.phase == .done && issue.closedBy == nil)
    let closed = try await tracker.closed(issue)
    #expect(closed.closedBy == "Dev One" && closed.closedAt != nil)
    #expect(closed.resolution == "Won't Do" && closed.reference == reference)
    try await server.act(#"{"action":"delete","issue":"SEC-1"}"#)
    #expect(try await tracker.closed(issue) == issue)
  }
}
