import Actions
import Findings
import Pipeline
import Reconciliation
import Services
import TestSupport
import Testing

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabCrashTests {
  /// A fault, written so that it befalls the nth request.
  enum Fault: String, CaseIterable {
    case dropped = #""action":"drop""#
    case lostAnswer = #""action":"drop_after""#
    case refusedAfterwards = #""action":"status","status":502,"when":"after""#
    case broken = #""action":"malformed""#
    case cutShort = #""action":"cut""#
    case inTrouble = #""action":"status","status":500"#
    case limited = #""action":"status","status":429,"headers":{"Retry-After":"3000"}"#
    case forbidden = #""action":"status","status":403"#
    /// The answer is lost, and nothing gets through after it: what a process that ends looks like.
    case end = #""action":"drop_after"}, {"action":"drop","count":0"#

    func json(at number: Int) -> String {
      let parts = rawValue.split(separator: "}, {")
      let all = parts.enumerated().map { #"{\#($1),"nth":\#(number + $0)}"# }
      return "[\(all.joined(separator: ","))]"
    }
  }

  @Test(arguments: Fault.allCases)
  func whateverRequestFailsTheNextRunsMakeItTrue(_ fault: Fault) async throws {
    let server = try await GitLabServer()
    let nights = try TicketNights(project: GitLabServer.project)
    for night in 1...3 {
      var number = 1
      while try await survives(fault, at: number, in: night, nights, server) { number += 1 }
      #expect(number > 7, "the fault must have befallen every request")
    }
  }

  /// Runs the nights up to one in which a request fails, and what follows; says whether any failed.
  private func survives(
    _ fault: Fault,
    at number: Int,
    in night: Int,
    _ nights: TicketNights,
    _ server: GitLabServer
  ) async throws -> Bool {
    try await server.reset()
    let folder = try TemporaryFolder()
    let store = FolderStore(root: folder.path, mustExist: true)
    for before in 0..<night {
      #expect(await nights.run(before, try server.tracker(), store).problems == [])
    }
    try await server.fault(fault.json(at: number))
    await nights.run(night, try server.tracker(), store)
    let hasFailed = try await server.firedFaults() > 0
    try await server.forgetFaults()
    for hours in [2, 4] { await nights.run(night, hours: hours, try server.tracker(), store) }
    let last = await nights.run(night, hours: 6, try server.tracker(), store, isApplied: false)
    let state = try await server.state()
    let sentence = "\(fault) at request \(number) of night \(night)"
    #expect(last.problems == [] && last.plan.isEmpty, "\(sentence): \(last)")
    try expect(state, after: night, sentence)
    return hasFailed
  }

  private func expect(_ state: GitLabState, after night: Int, _ sentence: String) throws {
    let keys = state.issues.flatMap(\.labels).filter { $0.hasPrefix("vigil-") }
    #expect(keys.count == 3 && Set(keys).count == 3, "\(sentence)")
    try #require(state.issues.count == 3, "\(sentence)")
    let issues = state.issues.sorted { $0.title < $1.title }
    // A comment says when it was written; nothing of it may be said twice.
    let expected = [[0, 0, 0], [1, 1, 0], [1, 2, 0]][night - 1]
    #expect(issues.map(\.notes.count) == expected, "\(sentence)")
    let closed = issues.map { $0.state == "closed" }
    #expect(closed == [false, night == 2, false], "\(sentence)")
    #expect(state.isQuiet, "\(sentence)")
  }
}
