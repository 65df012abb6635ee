internal import Findings

extension S3Session {
  /// A session for a location, with what it leaves open taken from the environment and the shared
  /// files.
  init(
    _ location: S3Location,
    environment: [String: String],
    policy: RetryPolicy,
    surroundings: Surroundings
  ) throws(Problem) {
    let certificates = location.options.certificates ?? environment.nonEmpty("AWS_CA_BUNDLE")
    do throws(HTTPError) {
      client = try HTTPClient(certificates: certificates)
    } catch {
      throw Problem(file: location.name, problem: error.sentence)
    }
    let chain = try CredentialChain(
      environment: environment,
      profile: location.options.profile,
      region: location.options.region,
      client: client,
      surroundings: surroundings
    )
    let endpoint = S3Endpoint(
      location,
      environment: environment,
      profileRegion: chain.profileRegion
    )
    guard let endpoint else {
      throw Problem(file: "AWS_ENDPOINT_URL", problem: "not a URL of http or https")
    }
    self.endpoint = endpoint
    credentials = chain
    self.surroundings = surroundings
    self.policy = policy
  }
}
