import Foundation
import Services
import Syntax
import TestSupport
import Testing

/// The program, a Jira, and some nights.
@Suite(.enabled(if: TrackerServer.runs, "python3 of .build-tools is missing: run `make test`"))
struct TicketTests {
  private static let token = "jira-token-of-tests"
  private let workspace: Workspace
  private let server: TrackerServer

  init() async throws {
    server = try await TrackerServer(.jiraCloud)
    workspace = try Workspace(configuration: Self.configuration(url: server.url))
  }

  private static func configuration(url: String, apply: Bool = true) -> String {
    """
    \(Workspace.configuration)site: https://pages.example/security
    tickets:
      apply: \(apply)
      tracker: jira-cloud
      url: \(url)
      user: vigil@tests.invalid
      token_variable: VIGIL_TEST_TOKEN
      source: "https://code.example/{project}/-/blob/{commit}/{path}#L{line}"
      routes:
        - projects: ["sh*"]
          severity: high
          project: SEC
          type: Bug
          priorities: {critical: Highest, high: High}
          due_days: {high: 30}

    """
  }

  private func night(_ night: Int, _ rules: [String], _ more: String...) throws -> Program.Run {
    try workspace.put(Sample.semgrep(rules), at: "shop/sast/semgrep/report.json", night: night)
    return try vigil(["run", "--now", Workspace.moment(night)] + more)
  }

  private func vigil(_ arguments: [String]) throws -> Program.Run {
    let environment = ["VIGIL_TEST_TOKEN": Self.token]
    return try Program(arguments, in: workspace.folder.path, environment: environment).wait()
  }

  /// What the server keeps under a path of its control.
  private func control(_ path: String, _ query: [WebAddress.QueryItem] = []) async throws -> JSON {
    let client = try HTTPClient()
    var address = try #require(WebAddress("\(server.url)/_test/\(path)"))
    address.query = query
    return try JSONDocument(parsing: try await client.send(HTTPRequest(address)).body).root
  }

  private func writes() async throws -> Int {
    let query: [WebAddress.QueryItem] = [
      .init("method", "POST,PUT,DELETE"), .init("path", "/issue"),
    ]
    return try await control("log", query)["requests"].elements
      .reduce(0) { count, request in
        request["path"].string?.hasSuffix("/bulkfetch") == true ? count : count + 1
      }
  }

  @Test func aFindingsTicketLivesAsItDoes() async throws {
    #expect(try night(1, ["a", "b"]).code == 0)
    #expect(try await writes() == 0)
    let second = try night(2, ["a", "b", "c"])
    #expect(second.code == 0, "\(second.errorLines)")
    #expect(second.outputLines.last?.contains("tickets: 1 × create") == true)
    var issues = try await control("state")["issues"]
    #expect(issues.elements.reduce(0) { count, _ in count + 1 } == 1)
    #expect(try night(3, ["a", "b"]).code == 0)
    issues = try await control("state")["issues"]
    #expect(issues[0]["status"].string == "Done")
    let plan = try vigil(["sync", "--plan"])
    #expect(plan.code == 0)
    #expect(plan.outputLines == ["\(server.url): nothing to do"])
    try everythingIsSecret([second, plan])
  }

  @Test func aPastDateShowsTheTicketsAsTheyStood() throws {
    for (number, rules) in [["a"], ["a", "b"], ["a"]].enumerated() {
      #expect(try night(number + 1, rules).code == 0)
    }
    let past = [
      "report", "--history", "history", "--as-of", Workspace.moment(2), "--output", "past",
    ]
    #expect(try vigil(past).code == 0)
    #expect(try vigil(["report", "--history", "history", "--output", "now"]).code == 0)
    let pages = try [("past", 1, 0), ("now", 0, 1)].map { folder, toDo, done in
      let files = try workspace.files(in: folder)
      let page = String(decoding: files["tickets.md"] ?? [], as: UTF8.self)
      #expect(page.contains("| ○ To do | \(toDo == 0 ? "0" : "[1](tickets.html#todo)") |"))
      #expect(page.contains("| ✓ Done | \(done == 0 ? "0" : "[1](tickets.html#done)") |"))
      return page
    }
    #expect(pages[0].contains("[SEC-1](\(server.url)/browse/SEC-1)"))
  }

  @Test func aPlanShowsTheRequestsAndMakesNone() async throws {
    try workspace.folder.write(
      Self.configuration(url: server.url, apply: false),
      to: "vigil.yml"
    )
    _ = try night(1, ["a"])
    let run = try night(2, ["a", "c"])
    #expect(run.outputLines.last?.contains("tickets: nothing to do, planned only") == true)
    let plan = try vigil(["sync", "--plan", "--backfill", "5"])
    #expect(plan.code == 0)
    let text = plan.outputLines.joined(separator: "\n")
    #expect(text.contains("\(server.url): 2 to create"))
    #expect(text.contains("POST \(server.url)/rest/api/3/issue"))
    #expect(text.contains("\"project\":{\"key\":\"SEC\"}"))
    #expect(text.contains("https://code.example/shop/-/blob/HEAD/src/a.py#L3"))
    #expect(try await writes() == 0)
    let applied = try vigil(["sync", "--apply", "--backfill", "5"])
    #expect(applied.outputLines == ["\(server.url): done: 2 × create"])
    #expect(try vigil(["sync"]).outputLines == ["\(server.url): nothing to do"])
    try everythingIsSecret([run, plan, applied])
  }

  @Test func withoutATokenThereIsAReport() throws {
    try workspace.put(Sample.semgrep(["a"]), at: "shop/sast/semgrep/report.json")
    let run = try workspace.run(night: 1)
    #expect(run.code == 2)
    #expect(run.errorLines.count == 1)
    #expect(run.errorLines[0].hasPrefix("VIGIL_TEST_TOKEN: the environment has no such variable"))
    #expect(run.outputLines.last?.hasSuffix("see public/index.html") == true)
  }

  @Test func aTrackerThatIsDownDelaysOnlyItself() throws {
    _ = try night(1, ["a"])
    let port = try SpawnedServer.freePorts(1)[0]
    try workspace.folder.write(
      Self.configuration(url: "http://127.0.0.1:\(port)"),
      to: "vigil.yml"
    )
    let run = try night(2, ["a", "b"])
    #expect(run.code == 2)
    #expect(run.outputLines.last?.contains("1 new") == true)
    #expect(run.outputLines.last?.hasSuffix("see public/index.html") == true)
  }

  /// The token is nowhere but in the environment.
  private func everythingIsSecret(_ runs: [Program.Run]) throws {
    for run in runs {
      #expect(!String(decoding: run.output + run.errors, as: UTF8.self).contains(Self.token))
    }
    for (file, bytes) in try workspace.files(in: ".") {
      #expect(Data(bytes).range(of: Data(Self.token.utf8)) == nil, "\(file)")
    }
  }
}
