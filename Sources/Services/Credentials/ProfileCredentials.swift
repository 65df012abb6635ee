internal import Findings

/// Credentials as a profile of the shared files describes them.
///
/// The files are read anew each time: other programs put new keys there.
struct ProfileCredentials: CredentialProvider {
  let files: SharedFiles
  let name: String
  /// Whether somebody asked for this profile by its name.
  let isChosen: Bool
  let environment: [String: String]
  let client: HTTPClient
  let service: SecurityTokenService
  let surroundings: Surroundings

  /// The profile's key; nil if it has none of any kind.
  func load() async throws(Problem) -> Credentials? {
    let profiles = try files.profiles()
    if let problem = profiles.missing.first { throw problem }
    guard let profile = profiles[name] else {
      if isChosen { throw files.unknownProfile(name) }
      return nil
    }
    return try await credentials(of: profile, in: profiles, askedBy: [])
  }

  /// A profile's key, which the role of another may need.
  private func credentials(
    of profile: Profile,
    in profiles: Profiles,
    askedBy names: [String]
  ) async throws(Problem) -> Credentials? {
    if names.last != profile.name, let role = try profile.role() {
      return try await credentials(for: role, of: profile, in: profiles, askedBy: names)
    }
    if let key = try profile.key() { return key }
    if let command = profile["credential_process"] {
      return try await ProcessCredentials(
        command: command,
        profile: profile,
        environment: environment
      )
      .load()
    }
    if let setting = profile.first(of: "sso_session", "sso_start_url", "login_session") {
      let command = "aws configure export-credentials --profile \(profile.name) --format process"
      throw profile.problem(
        setting,
        "\(setting): signing in through a browser is nothing a nightly job can do",
        hint: "give the job a role, or set credential_process = \(command)"
      )
    }
    return nil
  }

  private func credentials(
    for role: AssumedRole,
    of profile: Profile,
    in profiles: Profiles,
    askedBy names: [String]
  ) async throws(Problem) -> Credentials {
    if let file = profile["web_identity_token_file"] {
      let token = try SecretFile(file).text
      return try await service.credentials(for: role, token: token)
    }
    let source =
      if let name = profile["source_profile"] {
        try await source(name, of: profile, in: profiles, askedBy: names)
      } else {
        try await source(of: profile)
      }
    return try await service.credentials(for: role, signedWith: source)
  }

  /// The key of another profile that a role is asked for with.
  private func source(
    _ name: String,
    of profile: Profile,
    in profiles: Profiles,
    askedBy names: [String]
  ) async throws(Problem) -> Credentials {
    guard !names.contains(name) else {
      throw profile.problem("source_profile", "source_profile: \(name) goes round in a circle")
    }
    guard let other = profiles[name] else {
      throw profile.problem("source_profile", "source_profile: there is no profile \(name)")
    }
    let names = names + [profile.name]
    guard let key = try await credentials(of: other, in: profiles, askedBy: names) else {
      throw profile.problem("source_profile", "source_profile: \(name) has no credentials")
    }
    return key
  }

  /// The key of another place that a role is asked for with.
  private func source(of profile: Profile) async throws(Problem) -> Credentials {
    let source = profile["credential_source"] ?? ""
    let provider: any CredentialProvider
    switch source {
    case "Environment": provider = EnvironmentCredentials(environment: environment)
    case "EcsContainer":
      provider = ContainerCredentials(
        environment: environment,
        client: client,
        surroundings: surroundings
      )
    case "Ec2InstanceMetadata":
      provider = InstanceCredentials(environment: environment, client: client)
    default:
      throw profile.problem(
        "credential_source",
        "credential_source: not a source",
        hint: "Environment, EcsContainer or Ec2InstanceMetadata"
      )
    }
    guard let key = try await provider.load() else {
      throw profile.problem("credential_source", "credential_source: \(source) has no credentials")
    }
    return key
  }
}
