import Actions
import Findings
import Pipeline
import Reconciliation
import Services
import TestSupport
import Testing

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraCrashTests {
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

  @Test(arguments: JiraFlavour.allCases, Fault.allCases)
  func whateverRequestFailsTheNextRunsMakeItTrue(_ flavour: JiraFlavour, _ fault: Fault)
    async throws
  {
    let server = try await JiraServer(flavour)
    let nights = try TicketNights()
    for night in 1...3 {
      var number = 1
      while try await survives(fault, at: number, in: night, nights, server) { number += 1 }
      #expect(number > (night == 1 ? 6 : 8), "the fault must have befallen every request")
    }
  }

  /// Runs the nights up to one in which a request fails, and what follows; says whether any failed.
  private func survives(
    _ fault: Fault,
    at number: Int,
    in night: Int,
    _ nights: TicketNights,
    _ server: JiraServer
  ) async throws -> Bool {
    try await server.reset()
    let folder = try TemporaryFolder()
    let store = FolderStore(root: folder.path, mustExist: true)
    for before in 0..<night {
      let result = await nights.run(before, try server.tracker(), store)
      #expect(result.problems == [])
    }
    try await server.fault(fault.json(at: number))
    _ = await nights.run(night, try server.tracker(), store)
    let hasFailed = try await server.firedFaults() > 0
    try await server.forgetFaults()
    for hours in [2, 4] { _ = await nights.run(night, hours: hours, try server.tracker(), store) }
    let tracker = try server.tracker()
    let last = await nights.run(night, hours: 6, tracker, store, isApplied: false)
    let state = try await server.state()
    let sentence = "\(fault) at request \(number) of night \(night)"
    #expect(last.problems == [] && last.plan.isEmpty, "\(sentence): \(last)")
    try expect(state, after: night, sentence)
    return hasFailed
  }

  @Test(arguments: JiraFlavour.allCases)
  func aProcessThatEndsBetweenTwoWritesIsMadeUpFor(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    let nights = try TicketNights()
    for night in 1...3 {
      var writes = 0
      while try await survives(writes: writes, in: night, nights, server) { writes += 1 }
      #expect(writes > 2, "the process must have ended after every write")
    }
  }

  /// Runs the nights up to one in which no more than so many writes are carried out, and what follows;
  /// says whether it had any more to write.
  private func survives(
    writes: Int,
    in night: Int,
    _ nights: TicketNights,
    _ server: JiraServer
  ) async throws -> Bool {
    try await server.reset()
    let folder = try TemporaryFolder()
    let store = DyingStore(folder: folder.path)
    for before in 0..<night {
      _ = await nights.run(before, try server.tracker(), store)
    }
    store.dies(afterWrites: writes)
    let result = await nights.run(night, try server.tracker(), store)
    store.dies(afterWrites: nil)
    for hours in [2, 4] { _ = await nights.run(night, hours: hours, try server.tracker(), store) }
    let tracker = try server.tracker()
    let last = await nights.run(night, hours: 6, tracker, store, isApplied: false)
    let sentence = "after \(writes) writes in night \(night)"
    #expect(last.problems == [] && last.plan.isEmpty, "\(sentence): \(last)")
    try expect(try await server.state(), after: night, sentence)
    return result.problems.contains { $0.problem == DyingStore.sentence }
  }

  private func expect(_ state: JiraState, after night: Int, _ sentence: String) throws {
    let subjects = state.issues.flatMap(\.fields.labels).filter { $0.hasPrefix("vigil-") }
    #expect(subjects.count == 3 && Set(subjects).count == 3, "\(sentence)")
    try #require(state.issues.count == 3, "\(sentence)")
    // A comment says when it was written; nothing of it may be said twice.
    let comments = state.issues.sorted { $0.fields.summary < $1.fields.summary }.map(\.comments)
    let expected = [[0, 0, 0], [1, 1, 0], [1, 2, 0]][night - 1]
    #expect(comments.map(\.count) == expected, "\(sentence): \(comments)")
    let statuses = state.issues.sorted { $0.fields.summary < $1.fields.summary }.map(\.category)
    #expect(statuses == ["new", night == 2 ? "done" : "new", "new"], "\(sentence)")
    #expect(state.mentions == [])
  }
}
