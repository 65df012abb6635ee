import Findings
import Pipeline
import TestSupport
import Testing

@testable import Services

/// Roles, from moto and from a server that tells what it was asked.
@Suite(.enabled(if: Checkout.runs(with: "moto_server"), "no moto: run `make test` once"))
struct RoleTests {
  private static let arn = "arn:aws:iam::123456789012:role/dashboards"
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func environment(_ endpoint: String, _ more: [String: String] = [:]) -> [String: String] {
    ["HOME": folder.path, "AWS_ENDPOINT_URL_STS": endpoint].merging(more) { $1 }
  }

  private var webIdentity: [String: String] {
    ["AWS_WEB_IDENTITY_TOKEN_FILE": folder("token"), "AWS_ROLE_ARN": Self.arn]
  }

  @Test func aTokenFileGivesARole() async throws {
    let moto = try await S3Server.Kind.moto.server
    try folder.write("a.b.c\n", to: "token")
    let now = Surroundings.real.now()
    let key = try await Chain(environment(moto.endpoint, webIdentity)).credentials()
    #expect(key.accessKey.hasPrefix("ASIA") && !key.secretKey.isEmpty)
    #expect(key.sessionToken?.isEmpty == false)
    #expect(try #require(key.expiration) > now)
  }

  @Test func aStoreIsReadWithARole() async throws {
    let moto = try await S3Server.Kind.moto.server
    try folder.write("a.b.c", to: "token")
    let store = try S3Store(
      S3Location("s3://tests/role", options: .init(endpoint: moto.endpoint)),
      environment: environment(moto.endpoint, webIdentity)
    )
    #expect(try await store.create(key: "a", bytes: [1]))
    #expect(try await store.list(prefix: "").objects.map(\.key) == ["a"])
  }

  @Test func theTokenIsReadAnewWhenTheKeyEnds() async throws {
    let server = try await CredentialServer.shared.value
    let environment = environment(server.url, webIdentity)
    // The server's keys end an hour after the epoch; within five minutes of that they are renewed.
    let chain = try Chain(environment, now: 0).chain()
    let late = try Chain(environment, now: 3300).chain()
    for token in ["first", "second"] {
      try folder.write(token, to: "token")
      #expect(try await chain.current().accessKey == "ASIAfirstvigil")
      #expect(try await late.current().accessKey == "ASIA\(token)vigil")
    }
  }

  @Test func aKeyThatLastsAWhileYetOutlivesAFailure() async throws {
    let server = try await CredentialServer.shared.value
    try folder.write("good", to: "token")
    let environment = environment(server.url, webIdentity)
    let late = try Chain(environment, now: 3400).chain()
    let over = try Chain(environment, now: 3600).chain()
    #expect(try await late.current().accessKey == "ASIAgoodvigil")
    #expect(try await over.current().accessKey == "ASIAgoodvigil")
    try folder.write("refused", to: "token")
    #expect(try await late.current().accessKey == "ASIAgoodvigil")
    await #expect(throws: Problem.self) { try await over.current() }
  }

  @Test func theSessionIsNamed() async throws {
    let server = try await CredentialServer.shared.value
    try folder.write("t", to: "token")
    let named = webIdentity.merging(["AWS_ROLE_SESSION_NAME": "nightly"]) { $1 }
    #expect(
      try await Chain(environment(server.url, named)).credentials().accessKey == "ASIAtnightly"
    )
    try folder.write(
      "[default]\nrole_arn=\(Self.arn)\nweb_identity_token_file=\(folder("token"))\n"
        + "role_session_name = weekly\n",
      to: ".aws/config"
    )
    #expect(try await Chain(environment(server.url)).credentials().accessKey == "ASIAtweekly")
  }

  @Test func aProfileTakesARoleOnThroughAnother() async throws {
    let moto = try await S3Server.Kind.moto.server
    let key = "aws_access_key_id=A\naws_secret_access_key=B\n"
    try folder.write(
      """
      [profile outer]
      role_arn = \(Self.arn)
      source_profile = inner
      external_id = a & b
      duration_seconds = 900
      [profile inner]
      role_arn = \(Self.arn)
      source_profile = inner
      \(key)
      [profile variables]
      role_arn = \(Self.arn)
      credential_source = Environment
      """,
      to: ".aws/config"
    )
    let variables = ["AWS_ACCESS_KEY_ID": "A", "AWS_SECRET_ACCESS_KEY": "B"]
    for profile in ["outer", "inner", "variables"] {
      let chain = Chain(environment(moto.endpoint, variables), profile: profile)
      #expect(try await chain.credentials().accessKey.hasPrefix("ASIA"), "\(profile)")
    }
  }

  @Test(arguments: [
    ("role_arn=R", "role_arn: nothing to take it on with"),
    ("role_arn=R\nsource_profile=a\ncredential_source=b", "source_profile and credential_source"),
    ("role_arn=R\nsource_profile=none", "there is no profile none"),
    ("role_arn=R\nsource_profile=empty", "empty has no credentials"),
    ("role_arn=R\nsource_profile=round", "goes round in a circle"),
    ("role_arn=R\ncredential_source=Moon", "credential_source: not a source"),
    ("role_arn=R\ncredential_source=Environment", "Environment has no credentials"),
    ("role_arn=R\nsource_profile=empty\nmfa_serial=m", "cannot type in a code"),
    ("web_identity_token_file=t", "role_arn is missing"),
  ])
  func aRoleThatCannotBeTakenOnIsAProblem(settings: String, sentence: String) async throws {
    try folder.write(
      "[default]\n\(settings)\n[profile empty]\nregion=r\n"
        + "[profile round]\nrole_arn=R\nsource_profile=default\n",
      to: ".aws/config"
    )
    let problem = await Chain(environment("http://127.0.0.1:1")).problem()
    #expect(problem?.file == folder(".aws/config"), "\(String(describing: problem))")
    #expect(problem?.place.hasPrefix("profile ") == true)
    #expect(problem?.problem.contains(sentence) == true, "\(String(describing: problem))")
  }

  @Test func whatTheTokenServiceRefusesIsAProblem() async throws {
    let server = try await CredentialServer.shared.value
    let chain = Chain(environment(server.url, webIdentity))
    try folder.write("refused.marked-secret", to: "token")
    let refused = await chain.problem()
    #expect(refused?.file == "127.0.0.1:\(server.process.port)" && refused?.place == Self.arn)
    #expect(refused?.problem == "InvalidIdentityToken")
    try folder.write("cut", to: "token")
    #expect(await chain.problem()?.problem.hasPrefix("the answer is not understood") == true)
    try folder.write(" \n", to: "token")
    #expect(await chain.problem()?.file == folder("token"))
    try folder.write("two words", to: "token")
    #expect(await chain.problem()?.problem.hasPrefix("not a token") == true)
    var missing = chain
    missing.environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = folder("none")
    #expect(await missing.problem()?.problem == "no such file or directory")
    missing.environment["AWS_ROLE_ARN"] = nil
    #expect(await missing.problem()?.file == "AWS_ROLE_ARN")
    missing.environment["AWS_ENDPOINT_URL_STS"] = "ftp://x"
    #expect(await missing.problem()?.file == "AWS_ENDPOINT_URL_STS")
  }
}
