internal import Findings

extension CredentialChain {
  /// The usual chain.
  init(
    environment: [String: String],
    profile: String?,
    client: HTTPClient,
    surroundings: Surroundings
  ) throws(Problem) {
    self.init(
      providers: [EnvironmentCredentials(environment: environment)],
      profileRegion: nil,
      surroundings: surroundings
    )
  }
}
