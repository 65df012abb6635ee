import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraSendingTests {
  /// What came of a step, in a word.
  private func word(_ outcome: StepOutcome) -> String {
    switch outcome {
    case .done: "done"
    case .refused(let refusal): "refused \(refusal.status)"
    case .postponed: "postponed"
    case .uncertain: "uncertain"
    }
  }

  /// A fault that lasts, and what comes of a request that may not be sent twice, and of one that may.
  private static let faults: [(fault: String, once: String, repeatable: String)] = [
    (#""action":"drop","count":0"#, "uncertain", "uncertain"),
    (#""action":"drop_after","count":0"#, "uncertain", "uncertain"),
    (#""action":"drop""#, "uncertain", "done"), (#""action":"drop_after""#, "uncertain", "done"),
    (#""action":"status","status":500"#, "uncertain", "done"),
    (#""action":"status","status":502,"when":"after""#, "uncertain", "done"),
    (#""action":"status","status":503,"headers":{"Retry-After":"1"}"#, "done", "done"),
    (#""action":"status","status":429"#, "done", "done"),
    (#""action":"status","status":429,"count":0"#, "postponed", "postponed"),
    (#""action":"status","status":409"#, "postponed", "postponed"),
    (#""action":"status","status":429,"headers":{"Retry-After":"4000"}"#, "postponed", "postponed"),
    (#""action":"status","status":400"#, "refused 400", "refused 400"),
    (#""action":"status","status":401"#, "refused 401", "refused 401"),
    (#""action":"status","status":403"#, "refused 403", "refused 403"),
    (#""action":"status","status":404"#, "refused 404", "refused 404"),
    (#""action":"status","status":413"#, "refused 413", "refused 413"),
    (#""action":"status","status":302"#, "refused 302", "refused 302"),
  ]

  @Test(arguments: JiraFlavour.allCases)
  func everyAnswerHasItsOutcome(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    for (fault, once, repeatable) in Self.faults {
      let steps: [(String, TicketStep, String)] = [
        (#""path":"/issue$""#, .create(.example(1)), once),
        (#""path":"/comment$""#, .comment(reference, .example()), once),
        (
          #""path":"/issue/10001$","method":"PUT""#,
          .update(reference, IssueFields(due: "2027-01-01")), repeatable
        ),
      ]
      for (place, step, expected) in steps {
        try await server.fault("{\(fault),\(place)}")
        let outcome = await tracker.perform(step)
        #expect(word(outcome) == expected, "\(fault) at \(place): \(outcome)")
        try await server.forgetFaults()
      }
    }
  }

  @Test(arguments: JiraFlavour.allCases)
  func nothingIsSentTwiceThatMayArriveOnlyOnce(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let tracker = try server.tracker()
    let reference = try await tracker.make()
    for fault in ["drop_after", "cut", "malformed"] {
      try await server.fault(#"{"action":"\#(fault)","method":"POST"}"#)
      let outcome = await tracker.perform(.comment(reference, .example()))
      #expect(word(outcome) == "uncertain", "\(fault): \(outcome)")
    }
    #expect(try await server.state().issues[0].comments.count == 3)
    try await server.fault(#"{"action":"malformed","method":"POST","path":"/issue$"}"#)
    #expect(word(await tracker.perform(.create(.example(1)))) == "uncertain")
    #expect(try await server.state().issues.count == 2)
  }

  @Test func whatCannotBeReachedIsPostponed() async throws {
    let server = try await JiraServer(.cloud)
    let port = try SpawnedServer.freePorts(1)[0]
    let pauses = Pauses()
    let tracker = try server.tracker(api: "http://127.0.0.1:\(port)", pauses: pauses)
    let reference = IssueReference(id: "1", key: "SEC-1", url: "")
    #expect(word(await tracker.perform(.comment(reference, .example()))) == "postponed")
    #expect(word(await tracker.perform(.close(reference, status: "To Do"))) == "postponed")
    #expect(pauses.all.count == 4)
    await #expect(throws: Problem.self) { try await tracker.check() }
  }

  @Test func allRequestsTogetherWaitNoLongerThanAllowed() async throws {
    let server = try await JiraServer(.cloud)
    let pauses = Pauses()
    let tracker = try server.tracker(waiting: .seconds(70), pauses: pauses)
    let reference = try await tracker.make()
    try await server.fault(
      #"{"action":"status","status":429,"headers":{"Retry-After":"30"},"count":0}"#
    )
    for _ in 0..<5 {
      #expect(word(await tracker.perform(.comment(reference, .example()))) == "postponed")
    }
    let waited = pauses.all.reduce(.zero, +)
    #expect(waited <= .seconds(70) && waited >= .seconds(60))
    let sent = try await JSONLog(server).count
    #expect(sent == 3 + 1 + 1 + 1 + 1)
  }

  @Test func refusalsNameTheirFieldAndAreBounded() async throws {
    let server = try await JiraServer(.cloud)
    let tracker = try server.tracker()
    let long = String(repeating: "x ", count: 2000)
    try await server.fault(
      #"{"action":"status","status":400,"path":"/issue$","body":{"errorMessages":["\#(long)"],"errors":{"summary":"is\nwrong.","zeta":"too"}}}"#
    )
    let refusal = try #require(await tracker.refusal(of: .create(.example())))
    #expect(refusal.status == 400 && refusal.field == "summary")
    #expect(refusal.reason.hasPrefix("is wrong.; zeta: too; x x") && refusal.reason.count == 300)
    try await server.fault(
      #"{"action":"status","status":404,"path":"/issue$","body":"<html>\u001b[31mhow</html>"}"#
    )
    #expect(await tracker.refusal(of: .create(.example()))?.reason == "HTTP status 404")
  }

  @Test func nothingIsSentElsewhere() async throws {
    let server = try await JiraServer(.cloud)
    let other = try await JiraServer(.dataCenter)
    let tracker = try server.tracker()
    let request = TrackerRequest(
      method: "POST",
      address: "\(other.address)/rest/api/2/issue",
      body: Array("{}".utf8)
    )
    #expect(word(await tracker.send(request)) == "refused 0")
  }
}

/// How many requests for a comment a server has seen, carried out or not.
private struct JSONLog {
  var count: Int

  init(_ server: JiraServer) async throws {
    count = try await server.log(all: true).count { $0.path.hasSuffix("/comment") }
  }
}
