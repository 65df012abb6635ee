public import Findings
public import Pipeline
internal import Syntax

/// Tickets in the issues of GitLab's projects, by its REST API v4.
///
/// GitLab knows issues as open or closed, nothing between and nothing about how they ended: decisions
/// are labels. A priority is a label of the scope `priority::`.
public struct GitLabTracker: Tracker {
  let access: GitLabAccess
  let session: TrackerSession
  let memory = GitLabMemory()

  /// The site's address.
  public var name: String { access.site.text }

  /// A GitLab.
  ///
  /// - Parameters:
  ///   - access: Where it is, and who asks.
  ///   - client: What sends the requests; one that trusts the access's certificates if nil.
  ///   - policy: How often and after which pauses requests are sent again.
  ///   - waiting: How long all requests together may wait between tries.
  ///   - surroundings: The time, chance and pauses.
  /// - Throws: What keeps the client from being made.
  public init(
    _ access: GitLabAccess,
    client: HTTPClient? = nil,
    policy: RetryPolicy = RetryPolicy(),
    waiting: Duration = .seconds(180),
    surroundings: Surroundings = .real
  ) throws(Problem) {
    self.access = access
    session = try TrackerSession(
      access,
      label: "vigil.gitlab",
      client: client,
      policy: policy,
      waiting: waiting,
      surroundings: surroundings
    )
  }

  /// Asks who we are.
  public func check() async throws(Problem) {
    do throws(TrackerFailure) {
      let me = try await session.get("/user").root
      guard me["username"].nonEmpty == nil else { return }
    } catch {
      var problem = error.problem(name)
      switch error.status {
      case 401, 403: problem.problem = "the token is refused: \(error.reason)"
      case 404: problem.hint = "is the address right, a relative path such as /gitlab included?"
      default: break
      }
      throw problem
    }
    throw Problem(
      file: name,
      problem: "does not say who the token belongs to",
      hint: "is it a GitLab?"
    )
  }

  /// The path of a project, by its path or number.
  func path(ofProject project: String) -> String { "/projects/\(project.percentEncoded())" }
}
