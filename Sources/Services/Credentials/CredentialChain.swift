internal import Findings

/// Credentials from the first place that has some, in the order that AWS's own tools use, and anew
/// before they end.
actor CredentialChain {
  /// The region that the chosen profile names.
  nonisolated let profileRegion: String?
  private let providers: [any CredentialProvider]
  private let surroundings: Surroundings
  private var cached: Credentials?
  private var loading: Task<Result<Credentials, Problem>, Never>?

  /// How long before their end credentials are renewed, in seconds.
  private static let margin: Int64 = 300

  init(
    providers: [any CredentialProvider],
    profileRegion: String? = nil,
    surroundings: Surroundings
  ) {
    self.providers = providers
    self.profileRegion = profileRegion
    self.surroundings = surroundings
  }

  /// Credentials that do not end within the next minutes.
  func current() async throws(Problem) -> Credentials {
    if let cached, isFresh(cached) { return cached }
    let task = loading ?? Task { [providers] in await Self.load(providers) }
    loading = task
    let result = await task.value
    loading = nil
    switch result {
    case .success(let credentials): cached = credentials
    case .failure(let problem):
      guard let cached, let end = cached.expiration, surroundings.now() < end else { throw problem }
      return cached
    }
    return try result.get()
  }

  /// Drops what is known, after a server called it expired.
  func forget() { cached = nil }

  private func isFresh(_ credentials: Credentials) -> Bool {
    guard let end = credentials.expiration else { return true }
    return surroundings.now().seconds + Self.margin < end.seconds
  }

  private static func load(
    _ providers: [any CredentialProvider]
  ) async -> Result<Credentials, Problem> {
    do throws(Problem) {
      for provider in providers {
        if let credentials = try await provider.load() { return .success(credentials) }
      }
      return .failure(
        Problem(
          file: "AWS credentials",
          problem: "none found",
          hint: "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile or role"
        )
      )
    } catch {
      return .failure(error)
    }
  }
}
