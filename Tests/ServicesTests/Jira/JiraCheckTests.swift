import Actions
import Findings
import TestSupport
import Testing

@testable import Services

@Suite(.enabled(if: TrackerServer.runs, "no Python to run the servers with"))
struct JiraCheckTests {
  private static let wrong = "a-token-that-nobody-gave"

  @Test func everyWayInIsTaken() async throws {
    let cloud = try await JiraServer(.cloud)
    let gateway = "\(cloud.address)/ex/jira/\(JiraServer.cloudID)"
    let scoped = JiraAccess.Credential.bearer(JiraServer.scopedToken)
    let user = "vigil@tests.invalid"
    try await cloud.tracker().check()
    try await cloud.tracker(credential: scoped, api: gateway).check()
    try await cloud.tracker(
      credential: .basic(user: user, secret: JiraServer.scopedToken),
      api: gateway + "/"
    ).check()
    let server = try await JiraServer(.dataCenter, context: "/jira")
    try await server.tracker().check()
    try await server.tracker(credential: .basic(user: "vigil", secret: "password-of-tests")).check()
  }

  @Test func issuesMadeThroughTheGatewayLinkToTheSite() async throws {
    let cloud = try await JiraServer(.cloud)
    let tracker = try cloud.tracker(
      credential: .bearer(JiraServer.scopedToken),
      api: "\(cloud.address)/ex/jira/\(JiraServer.cloudID)"
    )
    let reference = try await tracker.make()
    #expect(reference.url == "\(cloud.address)/browse/SEC-1")
    let below = try await JiraServer(.dataCenter, context: "/jira")
    #expect(try await below.tracker().make().url == "\(below.address)/jira/browse/SEC-1")
  }

  @Test(arguments: JiraFlavour.allCases)
  func aWrongTokenIsAProblemThatDoesNotShowIt(_ flavour: JiraFlavour) async throws {
    let server = try await JiraServer(flavour)
    for credential in [
      JiraAccess.Credential.basic(user: "vigil@tests.invalid", secret: Self.wrong),
      .bearer(Self.wrong),
    ] {
      let tracker = try server.tracker(credential: credential)
      let problem = try #require(await #expect(throws: Problem.self) { try await tracker.check() })
      #expect(problem.problem.contains("the credentials are refused"))
      #expect(problem.hint?.contains("expired") == true)
      for shown in ["\(problem)", "\(tracker)", "\(credential)", String(reflecting: tracker)] {
        #expect(!shown.contains(Self.wrong))
      }
      #expect(
        !String(reflecting: tracker).contains(Base64.encode("vigil@tests.invalid:\(Self.wrong)"))
      )
    }
  }

  @Test func anAddressThatIsNotJirasIsAProblemWithAHint() async throws {
    let server = try await JiraServer(.dataCenter, context: "/jira")
    let tracker = try server.tracker(api: server.address)
    let problem = try #require(await #expect(throws: Problem.self) { try await tracker.check() })
    #expect(problem.hint?.contains("context path") == true)
    #expect(throws: Problem.self) {
      try JiraAccess(.cloud, site: "acme.atlassian.net", credential: .bearer("x"))
    }
  }

  @Test func aPageForSigningInIsNoAnswer() async throws {
    let server = try await JiraServer(.cloud)
    try await server.fault(
      #"{"action":"status","status":200,"body":"<html>Sign in</html>","count":0}"#
    )
    let problem = try #require(
      await #expect(throws: Problem.self) { try await server.tracker().check() }
    )
    #expect(problem.problem.contains("no JSON") && problem.hint?.contains("signing in") == true)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("a:\u{FF}?", "YTrDvz8="),
  ])
  func base64IsThatOfTheStandard(text: String, encoded: String) {
    #expect(Base64.encode(text) == encoded)
  }
}
