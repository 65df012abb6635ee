internal import Findings

/// One place where credentials may come from.
protocol CredentialProvider: Sendable {
  /// The credentials; nil if nothing points to this place. What points to it and fails is a problem,
  /// lest a run goes on under another name than was meant.
  func load() async throws(Problem) -> Credentials?
}
