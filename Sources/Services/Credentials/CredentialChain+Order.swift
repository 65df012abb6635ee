internal import Findings

extension CredentialChain {
  /// The usual chain: the environment, a web identity, the shared files, the container's service,
  /// the machine's.
  ///
  /// A profile that the configuration names goes before the environment, as with `--profile` of
  /// AWS's own tools. The region is that of the location, for a role's temporary keys where neither
  /// environment nor profile has one.
  init(
    environment: [String: String],
    profile: String?,
    region: String?,
    client: HTTPClient,
    surroundings: Surroundings
  ) throws(Problem) {
    let files = SharedFiles(environment: environment)
    let chosen =
      profile ?? environment.nonEmpty("AWS_PROFILE") ?? environment.nonEmpty("AWS_DEFAULT_PROFILE")
    let name = chosen ?? "default"
    let profileRegion = try files.profiles()[name]?["region"]
    let service = try SecurityTokenService(
      environment: environment,
      region: environment.nonEmpty("AWS_REGION") ?? environment.nonEmpty("AWS_DEFAULT_REGION")
        ?? profileRegion ?? region,
      client: client,
      surroundings: surroundings
    )
    let variables: [any CredentialProvider] = [
      EnvironmentCredentials(environment: environment),
      WebIdentityCredentials(environment: environment, service: service),
    ]
    let others: [any CredentialProvider] = [
      ProfileCredentials(
        files: files,
        name: name,
        isChosen: chosen != nil,
        environment: environment,
        client: client,
        service: service,
        surroundings: surroundings
      ),
      ContainerCredentials(environment: environment, client: client, surroundings: surroundings),
      InstanceCredentials(environment: environment, client: client),
    ]
    self.init(
      providers: profile == nil ? variables + others : others,
      profileRegion: profileRegion,
      surroundings: surroundings
    )
  }
}
