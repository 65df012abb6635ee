internal import Findings
internal import Logging
internal import Pipeline
internal import Syntax

/// Sends signed requests to one tracker, again where that helps.
struct TrackerSession: Sendable {
  let access: any TrackerAccess
  let client: HTTPClient
  let policy: RetryPolicy
  let surroundings: Surroundings
  let allowance: WaitingAllowance
  let logger: Logger

  /// How long one answer may take.
  private static let patience = HTTPRequest.Patience(total: .seconds(90))

  /// A session.
  ///
  /// - Parameters:
  ///   - access: Where the tracker is, and who asks.
  ///   - label: Under which name it is logged.
  ///   - client: What sends the requests; one that trusts the access's certificates if nil.
  ///   - policy: How often and after which pauses requests are sent again.
  ///   - waiting: How long all requests together may wait between tries.
  ///   - surroundings: The time, chance and pauses.
  /// - Throws: What keeps the client from being made.
  init(
    _ access: any TrackerAccess,
    label: String,
    client: HTTPClient?,
    policy: RetryPolicy,
    waiting: Duration,
    surroundings: Surroundings
  ) throws(Problem) {
    self.access = access
    self.policy = policy
    self.surroundings = surroundings
    allowance = WaitingAllowance(waiting)
    logger = Logger(label: label)
    do throws(HTTPError) {
      self.client =
        if let client { client } else { try HTTPClient(certificates: access.certificates) }
    } catch {
      throw Problem(file: access.site.text, problem: error.sentence)
    }
  }

  /// What the tracker shows at a path of its API.
  func get(
    _ path: String,
    _ query: [WebAddress.QueryItem] = []
  ) async throws(TrackerFailure) -> JSONDocument {
    try Self.document(try await response(path, query))
  }

  /// The answer at a path of the tracker's API, whole.
  func response(
    _ path: String,
    _ query: [WebAddress.QueryItem]
  ) async throws(TrackerFailure) -> HTTPResponse {
    try await answer("GET", access.address(path, query), body: [], isRepeatable: true)
  }

  /// What the tracker answers to a question that is too long for an address.
  func ask(_ path: String, _ body: [UInt8]) async throws(TrackerFailure) -> JSONDocument {
    let response = try await answer(
      "POST",
      access.address(path, []),
      body: body,
      isRepeatable: true
    )
    return try Self.document(response)
  }

  /// Sends a request that changes something.
  func send(_ request: TrackerRequest) async throws(TrackerFailure) -> HTTPResponse {
    guard let address = WebAddress(request.address), address.host == access.api.host,
      address.scheme == access.api.scheme
    else { throw TrackerFailure(kind: .refused, reason: "not an address of this tracker") }
    return try await answer(
      request.method,
      address,
      body: request.body,
      isRepeatable: request.isRepeatable
    )
  }

  private func answer(
    _ method: String,
    _ address: WebAddress,
    body: [UInt8],
    isRepeatable: Bool
  ) async throws(TrackerFailure) -> HTTPResponse {
    var request = HTTPRequest(method: method, address, body: body)
    request.patience = Self.patience
    request.headers["Authorization"] = access.authorization
    request.headers["Accept"] = "application/json"
    if !body.isEmpty { request.headers["Content-Type"] = "application/json" }
    let response: HTTPResponse
    do throws(HTTPError) {
      let prepared = request
      let (received, tries) = try await client.send(
        retrying: allowance.bounded(policy),
        in: allowance.taking(from: surroundings),
        isRepeatable: isRepeatable,
        isTemporary: { Self.isWorthRepeating($0, isRepeatable) },
        prepare: { prepared }
      )
      response = received
      logger.debug(
        "\(method) \(address.path)",
        metadata: ["status": "\(response.status)", "tries": "\(tries)"]
      )
    } catch {
      throw TrackerFailure(error)
    }
    guard (200..<300).contains(response.status) else { throw access.failure(response) }
    return response
  }

  /// Whether the same request may be sent again: anything that may be carried out twice, when the
  /// server is in trouble; else only what it says it has not taken.
  private static func isWorthRepeating(_ response: HTTPResponse, _ isRepeatable: Bool) -> Bool {
    switch response.status {
    case 429: true
    case 503 where response.headers["Retry-After"] != nil: true
    case 408, 500, 502, 503, 504: isRepeatable
    default: false
    }
  }

  /// A body as JSON.
  static func document(_ response: HTTPResponse) throws(TrackerFailure) -> JSONDocument {
    do throws(SyntaxError) {
      return try JSONDocument(parsing: response.body)
    } catch {
      throw TrackerFailure(
        kind: .postponed,
        status: response.status,
        reason: "the answer is no JSON: \(error)",
        hint: "is there a page for signing in before it?"
      )
    }
  }
}
