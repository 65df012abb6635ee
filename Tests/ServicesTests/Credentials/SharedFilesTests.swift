import Findings
import TestSupport
import Testing

@testable import Services

@Suite struct SharedFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func environment(_ more: [String: String] = [:]) -> [String: String] {
    ["HOME": folder.path].merging(more) { $1 }
  }

  @Test func bothFilesMakeOneProfileAndCredentialsGoFirst() async throws {
    try folder.write(
      "\u{FEFF}# a comment\r\n[default]\r\nregion = eu-central-1 ; here\r\n"
        + "aws_access_key_id=OLD\naws_secret_access_key=old\naws_session_token=old\n"
        + "s3 =\n  region = nested\n\n[profile \"a b\"]\nregion=us-west-2\n"
        + "[sso-session x]\nregion=no\n[a b]\nregion=no\n",
      to: ".aws/config"
    )
    try folder.write(
      "[default]\n  aws_access_key_id = NEW\n  aws_secret_access_key = a#=b/c+d=\n"
        + "[a b]\naws_access_key_id=OTHER\nAWS_SECRET_ACCESS_KEY=x\naws_session_token=t\n",
      to: ".aws/credentials"
    )
    let chain = try Chain(environment()).chain()
    #expect(chain.profileRegion == "eu-central-1")
    #expect(
      try await chain.current() == Credentials(accessKey: "NEW", secretKey: "a#=b/c+d=")
    )
    for other in [
      Chain(environment(), profile: "a b"), Chain(environment(["AWS_PROFILE": "a b"])),
    ] {
      #expect(try other.chain().profileRegion == "us-west-2")
      #expect(
        try await other.credentials()
          == Credentials(accessKey: "OTHER", secretKey: "x", sessionToken: "t")
      )
    }
  }

  @Test func theVariablesNameTheFiles() async throws {
    try folder.write("[profile p]\nregion=r\n", to: "elsewhere/c")
    try folder.write("[p]\naws_access_key_id=A\naws_secret_access_key=B\n", to: "k")
    let chain = Chain(
      environment([
        "AWS_CONFIG_FILE": "~/elsewhere/c", "AWS_SHARED_CREDENTIALS_FILE": folder("k"),
        "AWS_PROFILE": "p",
      ])
    )
    #expect(try chain.chain().profileRegion == "r")
    #expect(try await chain.credentials().accessKey == "A")
  }

  @Test func aNamedFileThatIsMissingIsAProblemOnlyWhereItIsNeeded() async throws {
    var chain = Chain(environment(["AWS_SHARED_CREDENTIALS_FILE": folder("none")]))
    let problem = await chain.problem()
    #expect(problem?.file == folder("none"))
    #expect(problem?.hint == "AWS_SHARED_CREDENTIALS_FILE names it: correct or unset that")
    chain.environment["AWS_ACCESS_KEY_ID"] = "A"
    chain.environment["AWS_SECRET_ACCESS_KEY"] = "B"
    #expect(try await chain.credentials().accessKey == "A")
  }

  @Test func aChosenProfileGoesBeforeTheEnvironmentAndMustExist() async throws {
    try folder.write(
      "[p]\naws_access_key_id=FILE\naws_secret_access_key=B\n",
      to: ".aws/credentials"
    )
    let variables = environment(["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "B"])
    #expect(try await Chain(variables).credentials().accessKey == "ENV")
    #expect(try await Chain(variables, profile: "p").credentials().accessKey == "FILE")
    let problem = await Chain(variables, profile: "q").problem()
    #expect(problem?.file == "\(folder(".aws/config")), \(folder(".aws/credentials"))")
    #expect(problem?.place == "profile q" && problem?.problem == "there is no such profile")
  }

  @Test(arguments: [
    ("[default\na=b\n", "line 1"), ("a=b\n", "line 1"), ("[default]\n\nmarked-secret\n", "line 3"),
    ("[default]\n=marked-secret\n", "line 2"),
  ])
  func aBrokenFileIsAProblemAtItsLine(text: String, place: String) async throws {
    try folder.write(text, to: ".aws/credentials")
    let problem = await Chain(environment()).problem()
    #expect(problem?.file == folder(".aws/credentials") && problem?.place == place)
    #expect(problem?.description.contains("marked-secret") == false)
  }

  @Test func halfAKeyIsAProblem() async throws {
    try folder.write("[default]\naws_secret_access_key=marked-secret\n", to: ".aws/credentials")
    let problem = await Chain(environment()).problem()
    #expect(problem?.problem == "aws_access_key_id is missing")
    #expect(problem?.file == folder(".aws/credentials") && problem?.place == "profile default")
  }

  @Test(arguments: ["sso_session", "sso_start_url", "login_session"])
  func signingInThroughABrowserIsAProblemThatSaysWhatToDo(setting: String) async throws {
    try folder.write("[profile p]\n\(setting) = x\nregion = r\n", to: ".aws/config")
    let problem = await Chain(environment(), profile: "p").problem()
    #expect(problem?.place == "profile p" && problem?.problem.hasPrefix(setting) == true)
    #expect(problem?.hint?.contains("export-credentials --profile p") == true)
  }

  @Test func newKeysInTheFileAreSeenOnceTheOldAreForgotten() async throws {
    let path = ".aws/credentials"
    try folder.write("[default]\naws_access_key_id=ONE\naws_secret_access_key=B\n", to: path)
    let chain = try Chain(environment()).chain()
    #expect(try await chain.current().accessKey == "ONE")
    try folder.write("[default]\naws_access_key_id=TWO\naws_secret_access_key=B\n", to: path)
    #expect(try await chain.current().accessKey == "ONE")
    await chain.forget()
    #expect(try await chain.current().accessKey == "TWO")
  }

  @Test func nothingAnywhereIsAProblem() async throws {
    try folder.write("[default]\nregion = r\n", to: ".aws/config")
    let problem = await Chain(environment()).problem()
    #expect(problem?.file == "AWS credentials" && problem?.problem == "none found")
    #expect(await Chain([:]).problem() == problem)
  }
}
