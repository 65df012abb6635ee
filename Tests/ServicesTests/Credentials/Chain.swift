import Findings
import Services
import Testing

@testable import Services

/// A chain in an environment of a test's own, which reaches no service that the test does not name.
struct Chain {
  var environment: [String: String]
  var profile: String?
  var region: String?
  var now: Int64 = 0

  init(
    _ environment: [String: String],
    profile: String? = nil,
    region: String? = nil,
    now: Int64 = 0
  ) {
    self.environment = environment
    if environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] == nil {
      self.environment["AWS_EC2_METADATA_DISABLED"] = "true"
    }
    self.profile = profile
    self.region = region
    self.now = now
  }

  /// The chain itself.
  func chain() throws -> CredentialChain {
    try CredentialChain(
      environment: environment,
      profile: profile,
      region: region,
      client: HTTPClient(),
      surroundings: Surroundings(
        now: { [now] in Instant(seconds: now) },
        random: { 0 },
        sleep: { _ in }
      )
    )
  }

  /// What it finds.
  func credentials() async throws -> Credentials { try await chain().current() }

  /// Why it finds nothing.
  func problem() async -> Problem? {
    await #expect(throws: Problem.self) { try await credentials() }
  }
}
