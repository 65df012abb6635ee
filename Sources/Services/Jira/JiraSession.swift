internal import Findings
internal import Logging
internal import Pipeline
internal import Syntax

/// Sends signed requests to one Jira, again where that helps.
struct JiraSession: Sendable {
  let access: JiraAccess
  let client: HTTPClient
  let policy: RetryPolicy
  let surroundings: Surroundings
  let allowance: WaitingAllowance
  let logger = Logger(label: "vigil.jira")

  /// How long one answer may take.
  private static let patience = HTTPRequest.Patience(total: .seconds(90))

  /// What Jira shows at a path of its API.
  func get(
    _ path: String,
    _ query: [WebAddress.QueryItem] = []
  ) async throws(JiraFailure) -> JSONDocument {
    let response = try await answer(
      "GET",
      access.address(path, query),
      body: [],
      isRepeatable: true
    )
    return try Self.document(response)
  }

  /// What Jira answers to a question that is too long for an address.
  func ask(_ path: String, _ body: [UInt8]) async throws(JiraFailure) -> JSONDocument {
    let response = try await answer("POST", access.address(path), body: body, isRepeatable: true)
    return try Self.document(response)
  }

  /// Sends a request that changes something.
  func send(_ request: TrackerRequest) async throws(JiraFailure) -> HTTPResponse {
    guard let address = WebAddress(request.address), address.host == access.api.host,
      address.scheme == access.api.scheme
    else { throw JiraFailure(kind: .refused, reason: "not an address of this Jira") }
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
  ) async throws(JiraFailure) -> HTTPResponse {
    var request = HTTPRequest(method: method, address, body: body)
    request.patience = Self.patience
    request.headers["Authorization"] = access.credential.authorization
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
      throw JiraFailure(error)
    }
    guard (200..<300).contains(response.status) else { throw JiraFailure(response) }
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

  private static func document(_ response: HTTPResponse) throws(JiraFailure) -> JSONDocument {
    do throws(SyntaxError) {
      return try JSONDocument(parsing: response.body)
    } catch {
      throw JiraFailure(
        kind: .postponed,
        status: response.status,
        reason: "the answer is no JSON: \(error)",
        hint: "is there a page for signing in before Jira?"
      )
    }
  }
}
