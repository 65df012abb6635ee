internal import Findings

/// Credentials in variables of the environment.
struct EnvironmentCredentials: CredentialProvider {
  let environment: [String: String]

  /// The key in `AWS_ACCESS_KEY_ID`, if there is one.
  func load() async throws(Problem) -> Credentials? {
    guard let accessKey = environment.nonEmpty("AWS_ACCESS_KEY_ID") else { return nil }
    guard let secretKey = environment.nonEmpty("AWS_SECRET_ACCESS_KEY") else {
      throw Problem(
        file: "AWS_SECRET_ACCESS_KEY",
        problem: "not set, though AWS_ACCESS_KEY_ID is",
        hint: "set both or neither"
      )
    }
    return Credentials(
      accessKey: accessKey,
      secretKey: secretKey,
      sessionToken: environment.nonEmpty("AWS_SESSION_TOKEN")
    )
  }
}
