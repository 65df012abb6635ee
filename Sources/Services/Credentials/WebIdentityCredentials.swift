internal import Findings

/// Credentials for a role in exchange for a token in a file, as Kubernetes gives them out and a job of
/// GitLab can write them, named in variables of the environment.
///
/// The file is read anew each time: whoever writes it replaces the token before it ends.
struct WebIdentityCredentials: CredentialProvider {
  let environment: [String: String]
  let service: SecurityTokenService

  /// The key for the role in `AWS_ROLE_ARN`, if `AWS_WEB_IDENTITY_TOKEN_FILE` is set.
  func load() async throws(Problem) -> Credentials? {
    guard let file = environment.nonEmpty("AWS_WEB_IDENTITY_TOKEN_FILE") else { return nil }
    guard let arn = environment.nonEmpty("AWS_ROLE_ARN") else {
      throw Problem(
        file: "AWS_ROLE_ARN",
        problem: "not set, though AWS_WEB_IDENTITY_TOKEN_FILE is",
        hint: "set both or neither"
      )
    }
    let role = AssumedRole(
      arn: arn,
      sessionName: environment.nonEmpty("AWS_ROLE_SESSION_NAME")
    )
    return try await service.credentials(for: role, token: try SecretFile(file).text)
  }
}
