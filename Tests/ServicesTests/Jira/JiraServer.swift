import Actions
import Findings
import Foundation
import Pipeline
import Syntax
import TestSupport
import Testing

@testable import Services

/// A Jira of a test's own on the loopback, as `Tests/TrackerServers` has it.
struct JiraServer: Sendable {
  let flavour: JiraFlavour
  let server: TrackerServer
  let client: HTTPClient
  let context: String

  static let cloudID = "11111111-2222-3333-4444-555555555555"
  static let token = "jira-token-of-tests"
  static let scopedToken = "scoped-token-of-tests"

  var address: String { server.url }

  init(_ flavour: JiraFlavour, context: String = "") async throws {
    self.flavour = flavour
    self.context = context
    client = try HTTPClient()
    var options = context.isEmpty ? [] : ["--context", context]
    let schema = Checkout.specifications.appendingPathComponent("atlassian/adf-schema-full.json")
    if flavour == .cloud, Checkout.has(schema) { options += ["--adf-schema", schema.path] }
    server = try await TrackerServer(
      flavour == .cloud ? .jiraCloud : .jiraDataCenter,
      options: options
    )
  }

  @discardableResult
  func control(_ method: String, _ name: String, _ body: String = "") async throws -> HTTPResponse {
    let address = try #require(WebAddress("\(address)/_test/\(name)"))
    return try await client.send(HTTPRequest(method: method, address, body: Array(body.utf8)))
  }

  private func change(_ name: String, _ body: String) async throws {
    let response = try await control("POST", name, body)
    guard response.status == 200 else {
      throw SpawnedServer.Failure(description: String(decoding: response.body, as: UTF8.self))
    }
  }

  func settings(_ body: String) async throws { try await change("settings", body) }
  func fault(_ body: String) async throws { try await change("faults", body) }
  func act(_ body: String) async throws { try await change("act", body) }
  func reset() async throws { try await change("reset", "") }
  func forgetFaults() async throws { try await control("DELETE", "faults") }

  /// How often a fault befell a request.
  func firedFaults() async throws -> Int {
    let answer = try JSONDocument(parsing: try await control("GET", "faults").body).root
    let list = answer.isArray ? answer : answer["faults"]
    return list.elements.reduce(0) { $0 + ($1["fired"].int ?? 0) }
  }

  func state() async throws -> JiraState {
    let body = try await control("GET", "state").body
    return try JSONDecoder().decode(JiraState.self, from: Data(body))
  }

  /// The requests that were carried out, or all.
  func log(all: Bool = false) async throws -> [LoggedRequest] {
    let body = try JSONDocument(parsing: try await control("GET", "log").body).root
    return body["requests"].elements.filter { all || $0["handled"].bool == true }
      .map { LoggedRequest($0) }
  }

  /// A tracker that never really waits.
  func tracker(
    credential: JiraAccess.Credential? = nil,
    api: String? = nil,
    waiting: Duration = .seconds(180),
    pauses: Pauses = Pauses()
  ) throws -> JiraTracker {
    let usual: JiraAccess.Credential =
      flavour == .cloud
      ? .basic(user: "vigil@tests.invalid", secret: Self.token) : .bearer(Self.token)
    let access = try JiraAccess(
      flavour,
      site: address + context,
      api: api,
      credential: credential ?? usual
    )
    return try JiraTracker(
      access,
      client: client,
      policy: RetryPolicy(tries: 3),
      waiting: waiting,
      surroundings: pauses.surroundings
    )
  }
}

/// A request as the server noted it.
struct LoggedRequest {
  var method: String
  var path: String
  var status: Int?
  var body: JSON

  init(_ json: JSON) {
    method = json["method"].string ?? ""
    path = json["path"].string ?? ""
    status = json["status"].int
    body = json["body"]
  }
}

/// What is in a Jira.
struct JiraState: Decodable {
  struct Named: Decodable { var name: String? }
  struct Comment: Decodable { var text: String }
  struct Property: Decodable {
    var key: String
    var subject: String
    var generation: Int
  }
  struct Fields: Decodable {
    var summary: String
    var labels: [String]
    var priority: Named?
    var duedate: String?
    var components: [Named]
    var assignee: Person?
    var parent: Key?
  }
  struct Person: Decodable { var displayName: String }
  struct Key: Decodable { var key: String }
  struct Issue: Decodable {
    var id: String
    var key: String
    var project: String
    var status: String
    var category: String
    var resolution: String?
    var text: String?
    var comments: [Comment]
    var properties: [String: Property]
    var fields: Fields
    var mails: Int
  }
  struct Link: Decodable, Equatable {
    var type: String
    var inward: String
    var outward: String
  }

  var issues: [Issue]
  var links: [Link]
  var mentions: [String]
}
