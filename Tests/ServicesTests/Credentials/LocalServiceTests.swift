import Findings
import TestSupport
import Testing

@testable import Services

/// The services beside a container and inside a machine.
@Suite(.enabled(if: Checkout.runs(with: "python3"), "no Python: run `make test` once"))
struct LocalServiceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func container(_ url: String, _ more: [String: String] = [:]) -> Chain {
    Chain(["AWS_CONTAINER_CREDENTIALS_FULL_URI": url].merging(more) { $1 })
  }

  @Test func aContainersServiceIsShownTheToken() async throws {
    let server = try await CredentialServer.shared.value
    let token = ["AWS_CONTAINER_AUTHORIZATION_TOKEN": CredentialServer.containerToken]
    let key = try await container("\(server.url)/container?id=7", token).credentials()
    #expect(key.accessKey == "ASIACONTAINERid7" && key.secretKey == "marked-secret")
    #expect(key.sessionToken == "marked-session")
    #expect(key.expiration == Instant(year: 2100, month: 1, day: 1))
    try folder.write("\(CredentialServer.containerToken)\n", to: "token")
    let file = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": folder("token")]
    #expect(
      try await container("\(server.url)/container", file).credentials().accessKey.count == 13
    )
    #expect(try await container("\(server.url)/flaky", file).credentials().accessKey.count == 13)
    let missing = ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": folder("none")]
    #expect(await container("\(server.url)/container", missing).problem()?.file == folder("none"))
  }

  @Test func whatAContainersServiceRefusesIsAProblem() async throws {
    let server = try await CredentialServer.shared.value
    let host = "127.0.0.1:\(server.process.port)"
    let wrong = ["AWS_CONTAINER_AUTHORIZATION_TOKEN": "marked-wrong"]
    let refused = await container("\(server.url)/container", wrong).problem()
    #expect(refused?.description == "\(host): /container: Refused (HTTP status 403)")
    for path in ["/cut", "/endless"] {
      let problem = await container("\(server.url)\(path)").problem()
      #expect(problem?.place == path)
      #expect(problem?.problem.hasPrefix("the answer is not understood") == true)
      #expect(problem?.description.contains("marked") == false)
    }
    let port = try SpawnedServer.freePorts(1)[0]
    #expect(await container("http://127.0.0.1:\(port)/x").problem()?.place == "/x")
  }

  @Test(arguments: [
    "http://example.org/x", "http://127.0.0.1.example.org/", "http://127.1.example/",
    "http://169.254.170.3/", "http://127.0.0.256/", "http://[fd00:ec2::24]/", "ftp://localhost/",
    "http://user@localhost/", "localhost",
  ])
  func plainHTTPGoesOnlyToTheMachineItself(url: String) async {
    let problem = await container(url).problem()
    #expect(problem?.file == "AWS_CONTAINER_CREDENTIALS_FULL_URI")
  }

  @Test(arguments: ["@example.org/x", "0.example.org/x", "x", "/a b"])
  func aRelativeAddressCannotChangeTheHost(path: String) async {
    let chain = Chain(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": path])
    #expect(await chain.problem()?.file == "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
  }

  private func instance(_ url: String) -> Chain {
    Chain(["AWS_EC2_METADATA_SERVICE_ENDPOINT": url])
  }

  @Test func aMachinesRoleIsAskedForWithAToken() async throws {
    let server = try await CredentialServer.shared.value
    #expect(try await instance("\(server.url)/x/").credentials().accessKey == "ASIAINSTANCE")
    var disabled = instance("\(server.url)/x/")
    disabled.environment["AWS_EC2_METADATA_DISABLED"] = "True"
    #expect(await disabled.problem()?.problem == "none found")
  }

  @Test func aMachineWithoutARoleHasNoCredentials() async throws {
    let server = try await CredentialServer.shared.value
    #expect(await instance("\(server.url)/roleless").problem()?.problem == "none found")
  }

  @Test func whatAMachinesServiceRefusesIsAProblem() async throws {
    let server = try await CredentialServer.shared.value
    let broken = await instance("\(server.url)/broken").problem()
    #expect(broken?.problem == "AssumeRoleUnauthorizedAccess (HTTP status 200)")
    #expect(broken?.place.hasSuffix("/security-credentials/a%20role") == true)
    let refusing = await instance("\(server.url)/refusing").problem()
    #expect(refusing?.problem == "no token: HTTP status 403")
    let port = try SpawnedServer.freePorts(1)[0]
    #expect(await instance("http://127.0.0.1:\(port)").problem()?.place == "instance metadata")
    #expect(await instance("nowhere").problem()?.file == "AWS_EC2_METADATA_SERVICE_ENDPOINT")
  }
}
