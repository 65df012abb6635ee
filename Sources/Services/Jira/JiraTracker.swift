public import Findings
public import Pipeline
internal import Syntax

/// Tickets in Jira: Atlassian's Cloud by REST API v3, or a Data Center of one's own by v2.
///
/// Where the two differ `JiraFlavour` knows how. Issues are read by id, which both answer from their
/// database; only keys are looked for in the index, which may lag.
public struct JiraTracker: Tracker {
  let access: JiraAccess
  let session: TrackerSession
  let memory = JiraMemory()

  /// The site's address.
  public var name: String { access.site.text }

  /// A Jira.
  ///
  /// - Parameters:
  ///   - access: Where it is, and who asks.
  ///   - client: What sends the requests; one that trusts the access's certificates if nil.
  ///   - policy: How often and after which pauses requests are sent again.
  ///   - waiting: How long all requests together may wait between tries.
  ///   - surroundings: The time, chance and pauses.
  /// - Throws: What keeps the client from being made.
  public init(
    _ access: JiraAccess,
    client: HTTPClient? = nil,
    policy: RetryPolicy = RetryPolicy(),
    waiting: Duration = .seconds(180),
    surroundings: Surroundings = .real
  ) throws(Problem) {
    self.access = access
    session = try TrackerSession(
      access,
      label: "vigil.jira",
      client: client,
      policy: policy,
      waiting: waiting,
      surroundings: surroundings
    )
  }

  /// Asks who we are: of nobody Jira Cloud says with empty lists that all is well.
  public func check() async throws(Problem) {
    do throws(TrackerFailure) {
      let me = try await session.get("/myself")
      guard me.root[member: access.flavour.person].nonEmpty == nil else { return }
    } catch {
      var problem = error.problem(name)
      switch error.status {
      case 401, 403: problem.problem = "the credentials are refused: \(error.reason)"
      case 404: problem.hint = "is the address right, a context path such as /jira included?"
      default: break
      }
      throw problem
    }
    throw Problem(
      file: name,
      problem: "does not say who the credentials belong to",
      hint: "is it the kind of Jira that is configured?"
    )
  }

  /// Does something with Jira, whose failure is a problem.
  func asking<Value>(
    about place: String = "",
    _ body: () async throws(TrackerFailure) -> Value
  ) async throws(Problem) -> Value {
    do throws(TrackerFailure) {
      return try await body()
    } catch {
      throw error.problem(name, place)
    }
  }
}
