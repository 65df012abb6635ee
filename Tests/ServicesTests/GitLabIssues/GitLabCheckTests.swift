import Findings
import TestSupport
import Testing

@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct GitLabCheckTests {
  private func problem(of tracker: GitLabTracker) async -> Problem? {
    do throws(Problem) {
      try await tracker.check()
      return nil
    } catch {
      return error
    }
  }

  @Test func aTokenIsGoodIfItBelongsToSomebody() async throws {
    let server = try await GitLabServer()
    #expect(await problem(of: try server.tracker()) == nil)
    #expect(await problem(of: try server.tracker(token: "read-token-of-tests")) == nil)
  }

  @Test func aWrongTokenMayBeThatOfAJob() async throws {
    let server = try await GitLabServer()
    let problem = try #require(await problem(of: try server.tracker(token: "glpat-wrong")))
    #expect(problem.file == server.server.url)
    #expect(problem.problem == "the token is refused: 401 Unauthorized")
    #expect(problem.hint?.contains("that of a CI job may not") == true)
    #expect(!"\(problem)".contains("glpat-wrong"))
  }

  @Test func anExpiredTokenIsCalledSo() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker(token: "expired-token-of-tests")
    let problem = try #require(await problem(of: tracker))
    #expect(problem.problem.hasPrefix("the token is refused: invalid_token: Token is expired"))
    #expect(problem.hint == "make a new token: this one has expired or was revoked")
  }

  @Test func aTokenWithoutTheScopeIsToldWhichItNeeds() async throws {
    let server = try await GitLabServer()
    try await server.fault(
      #"{"action":"status","status":403,"path":"/user$","body":{"error":"insufficient_scope","#
        + #""error_description":"The request requires higher privileges","scope":"api"}}"#
    )
    let problem = try #require(await problem(of: try server.tracker()))
    #expect(problem.problem.contains("insufficient_scope: The request requires"))
    #expect(problem.hint == "the token needs the scope api")
  }

  @Test func anAddressWithoutItsPathIsAskedAbout() async throws {
    let server = try await GitLabServer()
    let tracker = try server.tracker { $0.api.path = "/api/v3" }
    let problem = try #require(await problem(of: tracker))
    #expect(problem.hint == "is the address right, a relative path such as /gitlab included?")
  }

  @Test func aServerThatIsNoGitLabIsToldApart() async throws {
    let server = try await GitLabServer()
    try await server.fault(#"{"action":"malformed","path":"/user$"}"#)
    let page = try #require(await problem(of: try server.tracker()))
    #expect(page.problem.hasPrefix("the answer is no JSON"))
    #expect(page.hint == "is there a page for signing in before it?")
    try await server.fault(#"{"action":"empty","path":"/user$"}"#)
    let other = try #require(await problem(of: try server.tracker()))
    #expect(other.hint == "is it a GitLab?")
  }

  @Test func theApiStandsBelowTheSitesOwnPath() throws {
    let access = try GitLabAccess(site: "https://host.example/gitlab/", token: "t")
    #expect(access.site.text == "https://host.example/gitlab")
    #expect(access.address("/user").text == "https://host.example/gitlab/api/v4/user")
    let other = try GitLabAccess(
      site: "https://host.example",
      api: "https://api.example/v4/",
      token: "t"
    )
    #expect(other.address("/user").text == "https://api.example/v4/user")
    #expect(throws: Problem.self) { try GitLabAccess(site: "gitlab.example", token: "t") }
  }

  @Test func nothingPrintsTheToken() throws {
    let access = try GitLabAccess(site: "https://host.example", token: "glpat-secret")
    var dumped = ""
    dump(access, to: &dumped)
    let all = "\(access) \(String(reflecting: access)) \(dumped) \([access])"
    #expect(!all.contains("glpat-secret"))
  }
}
