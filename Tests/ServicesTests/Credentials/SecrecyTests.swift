import Findings
import TestSupport
import Testing

@testable import Services

@Suite(.enabled(if: Checkout.runs(with: "python3"), "no Python: run `make test` once"))
struct SecrecyTests {
  /// Everything that may reach a person or a log.
  private func texts(_ value: some Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value) \(String(reflecting: value)) \(dumped)"
  }

  @Test func credentialsShowNothingOfTheirSecrets() {
    let key = Credentials(
      accessKey: "AKIAIOSFODNN7",
      secretKey: "marked-secret",
      sessionToken: "marked-session"
    )
    let shown = texts(key) + texts([Optional(key)])
    #expect(!shown.contains("marked") && !shown.contains("IOSFODNN7"))
  }

  @Test func noProblemHoldsASecret() async throws {
    let server = try await CredentialServer.shared.value
    let folder = try TemporaryFolder()
    try folder.write("refused.marked-token.marked-signature", to: "token")
    let key = "aws_access_key_id = marked-key\naws_secret_access_key = marked-secret\n"
    let files = [
      "[default]\n\(key)marked-garbage\n", "[default]\nmarked-garbage = \n\(key)marked",
      "[default]\naws_secret_access_key = marked-secret\n",
      "[default]\ncredential_process = echo marked-output\n",
      "[default]\ncredential_process = sh -c 'echo marked-output >&2; exit 1'\n",
      "[default]\nrole_arn = r\nweb_identity_token_file = \(folder("token"))\n",
      "[default]\nrole_arn = r\nsource_profile = default\nmfa_serial = m\n\(key)",
      "[default]\nrole_arn = r\nsource_profile = default\n\(key)",
    ]
    var chains = files.map { text in
      (text, Chain(["HOME": folder.path, "AWS_ENDPOINT_URL_STS": "\(server.url)/none"]))
    }
    // The last one is refused before it is sent.
    chains[chains.count - 1].1.environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:1"
    let services = [
      ["AWS_WEB_IDENTITY_TOKEN_FILE": folder("token"), "AWS_ROLE_ARN": "r"],
      [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "\(server.url)/container",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "marked-wrong",
      ],
      [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "\(server.url)/cut",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "marked-wrong",
      ],
      ["AWS_SECRET_ACCESS_KEY": "marked-secret", "AWS_SESSION_TOKEN": "marked-session"],
      ["AWS_EC2_METADATA_SERVICE_ENDPOINT": "\(server.url)/broken"],
    ]
    for service in services {
      let always = ["HOME": folder("empty"), "AWS_ENDPOINT_URL_STS": server.url]
      chains.append(("", Chain(always.merging(service) { $1 })))
    }
    for (text, chain) in chains {
      try folder.write(text, to: ".aws/credentials")
      let problem = try #require(await chain.problem(), "\(text)")
      #expect(!texts(problem).contains("marked"), "\(text)")
    }
  }
}
