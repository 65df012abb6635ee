import Services
import Syntax
import TestSupport
import Testing

/// The program, a GitLab, and some nights.
@Suite(.enabled(if: TrackerServer.runs, "python3 of .build-tools is missing: run `make test`"))
struct GitLabTicketTests {
  private static let token = "gitlab-token-of-tests"
  private let workspace: Workspace
  private let server: TrackerServer

  init() async throws {
    server = try await TrackerServer(.gitLab)
    workspace = try Workspace(
      configuration: """
        \(Workspace.configuration)tickets:
          apply: true
          tracker: gitlab
          url: \(server.url)
          token_variable: VIGIL_TEST_TOKEN
          routes:
            - severity: high
              project: group/security
              assignee: dev.one
              priorities: {critical: Highest, high: High}
              due_days: {high: 30}

        """
    )
  }

  private func vigil(_ arguments: [String], token: String = Self.token) throws -> Program.Run {
    let environment = ["VIGIL_TEST_TOKEN": token]
    return try Program(arguments, in: workspace.folder.path, environment: environment).wait()
  }

  private func night(_ night: Int, _ rules: [String]) throws -> Program.Run {
    try workspace.put(Sample.semgrep(rules), at: "shop/sast/semgrep/report.json", night: night)
    return try vigil(["run", "--now", Workspace.moment(night)])
  }

  private func issues() async throws -> [JSON] {
    let client = try HTTPClient()
    let address = try #require(WebAddress("\(server.url)/_test/state"))
    let answer = try await client.send(HTTPRequest(address))
    return Array(try JSONDocument(parsing: answer.body).root["issues"].elements)
  }

  @Test func aFindingsTicketLivesAsItDoes() async throws {
    #expect(try night(1, ["a", "b"]).code == 0)
    let second = try night(2, ["a", "b", "c"])
    #expect(second.code == 0, "\(second.errorLines)")
    #expect(second.outputLines.last?.contains("tickets: 1 × create") == true)
    let made = try await issues()
    #expect(made.count == 1 && made[0]["project_id"].int == 1)
    // GitLab's tasks are parts of other issues.
    #expect(made[0]["issue_type"].string == "issue" && made[0]["confidential"].bool == true)
    #expect(made[0]["labels"].strings.contains("priority::High"))
    #expect(made[0]["assignee"]["username"].string == "dev.one")
    #expect(try night(3, ["a", "b"]).code == 0)
    #expect(try await issues().map { $0["state"].string } == ["closed"])
    #expect(try vigil(["sync", "--plan"]).outputLines == ["\(server.url): nothing to do"])
  }

  @Test func anExpiredTokenIsToldAndHarmsNoReport() async throws {
    _ = try night(1, ["a"])
    let run = try vigil(["run", "--now", Workspace.moment(2)], token: "expired-token-of-tests")
    #expect(run.code == 2 && run.outputLines.last?.hasSuffix("see public/index.html") == true)
    #expect(run.errorLines.contains { $0.contains("Token is expired") })
    #expect(!run.errorLines.contains { $0.contains("expired-token-of-tests") })
  }
}
