import Findings
import TestSupport
import Testing

@testable import Actions
@testable import Pipeline
@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabSendingTests {
  /// What came of a step, in a word.
  private func word(_ outcome: StepOutcome) -> String {
    switch outcome {
    case .done: "done"
    case .refused(let refusal): "refused \(refusal.status)"
    case .postponed: "postponed"
    case .uncertain: "uncertain"
    }
  }

  private func draft(_ number: Int = 0) -> TicketDraft {
    .example(number, in: GitLabServer.project)
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
    (#""action":"status","status":422"#, "refused 422", "refused 422"),
    (#""action":"status","status":302"#, "refused 302", "refused 302"),
  ]

  @Test func everyAnswerHasItsOutcome() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    for (fault, once, repeatable) in Self.faults {
      let steps: [(String, TicketStep, String)] = [
        (#""path":"/issues$","method":"POST""#, .create(draft(1)), once),
        (#""path":"/notes$""#, .comment(reference, .example()), once),
        (
          #""path":"/issues/1$","method":"PUT""#,
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

  @Test func nothingIsSentTwiceThatMayArriveOnlyOnce() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    for fault in ["drop_after", "cut", "malformed"] {
      try await server.fault(#"{"action":"\#(fault)","method":"POST"}"#)
      let outcome = await tracker.perform(.comment(reference, .example()))
      #expect(word(outcome) == "uncertain", "\(fault): \(outcome)")
    }
    #expect(try await server.state().issues[0].notes.count == 3)
    try await server.fault(#"{"action":"malformed","method":"POST","path":"/issues$"}"#)
    #expect(word(await tracker.perform(.create(draft(1)))) == "uncertain")
    try await server.fault(#"{"action":"empty","method":"POST","path":"/issues$"}"#)
    #expect(word(await tracker.perform(.create(draft(2)))) == "uncertain")
    #expect(try await server.state().issues.count == 2)
  }

  @Test func whatCannotBeReachedIsPostponed() async throws {
    let server = try await GitLabServer()
    let port = try SpawnedServer.freePorts(1)[0]
    let pauses = Pauses()
    let tracker = try server.tracker(pauses: pauses) { $0.api.host = "127.0.0.1:\(port)" }
    let reference = IssueReference(id: "1/1", key: "x", url: "")
    #expect(word(await tracker.perform(.comment(reference, .example()))) == "postponed")
    #expect(word(await tracker.perform(.close(reference, status: "opened"))) == "postponed")
    #expect(pauses.all.count == 4)
    await #expect(throws: Problem.self) { try await tracker.check() }
  }

  @Test func refusalsNameTheirField() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    for (body, field, reason) in [
      (#"{"message":{"title":["is too long","is odd"]}}"#, "title", "is too long, is odd"),
      (
        #"{"message":{"title":["is bad"],"base":["Spam."]}}"#, "title",
        "base: Spam.; title: is bad"
      ),
      (#"{"message":{"base":["Spam detected."]}}"#, nil, "Spam detected"),
      (#"{"error":"due_date is invalid"}"#, "due_date", "due_date is invalid"),
      (#"{"error":"title is missing"}"#, "title", "title is missing"),
      (#"{"message":["One","Two"]}"#, nil, "One; Two"),
      (#""<html>no</html>""#, nil, "HTTP status 400"),
    ] as [(String, String?, String)] {
      try await server.fault(
        #"{"action":"status","status":400,"path":"/issues$","body":\#(body)}"#
      )
      let refusal = await tracker.refusal(of: .create(draft()))
      #expect(refusal?.field == field && refusal?.reason == reason, "\(body)")
    }
  }

  @Test func aTokenThatOnlyReadsIsToldSo() async throws {
    let server = try await GitLabServer()
    let reference = try await server.tracker().make(draft())
    let reader = try server.tracker(token: "read-token-of-tests")
    #expect(try await reader.issue(reference).phase == .new)
    for step: TicketStep in [
      .create(draft(1)), .comment(reference, .example()),
      .close(reference, status: "opened"), .update(reference, IssueFields(due: "2027-01-01")),
    ] {
      let refusal = try #require(await reader.refusal(of: step))
      #expect(refusal.status == 403 && refusal.reason.hasPrefix("insufficient_scope: "))
    }
    #expect(try await server.state().issues.count == 1)
  }

  @Test func aProjectThatIsHiddenTakesNoIssue() async throws {
    let server = try await GitLabServer()
    let refusal = await (try server.tracker()).refusal(of: .create(.example(0, in: "other/secret")))
    #expect(refusal == Refusal(status: 404, reason: "404 Project Not Found"))
  }

  @Test func aGuestMayNotChangeIssues() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker()
    let reference = try await tracker.make(draft())
    try await server.settings(#"{"role":"guest"}"#)
    let refusal = await tracker.refusal(of: .close(reference, status: "opened"))
    #expect(refusal == Refusal(status: 403, reason: "403 Forbidden"))
  }

  @Test func nothingIsSentElsewhere() async throws {
    let server = try await GitLabServer()
    let other = try await GitLabServer()
    let request = TrackerRequest(
      method: "POST",
      address: "\(other.server.url)/api/v4/projects/1/issues",
      body: Array(#"{"title":"x"}"#.utf8)
    )
    #expect(word(await (try server.tracker()).send(request)) == "refused 0")
    #expect(try await other.state().issues.isEmpty)
  }
}
