import Foundation
import Syntax
import TestSupport
import Testing

@testable import Services

/// A GitLab of a test's own on the loopback, as `Tests/TrackerServers` has it.
struct GitLabServer: Sendable {
  let server: TrackerServer
  let client: HTTPClient

  static let token = "gitlab-token-of-tests"
  static let project = "group/security"

  init() async throws {
    server = try await TrackerServer(.gitLab)
    client = try HTTPClient()
  }

  @discardableResult
  func control(_ method: String, _ name: String, _ body: String = "") async throws -> HTTPResponse {
    var address = try #require(WebAddress("\(server.url)/_test/\(name)"))
    if method == "GET", name == "log" { address.query = [.init("handled", "true")] }
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
  func forgetLog() async throws { try await control("DELETE", "log") }

  /// How often a fault befell a request.
  func firedFaults() async throws -> Int {
    let answer = try JSONDocument(parsing: try await control("GET", "faults").body).root
    let list = answer.isArray ? answer : answer["faults"]
    return list.elements.reduce(0) { $0 + ($1["fired"].int ?? 0) }
  }

  func state() async throws -> GitLabState {
    let body = try await control("GET", "state").body
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(GitLabState.self, from: Data(body))
  }

  /// The requests that were carried out.
  func log() async throws -> [LoggedRequest] {
    let body = try JSONDocument(parsing: try await control("GET", "log").body).root
    return body["requests"].elements.map { LoggedRequest($0) }
  }

  /// A tracker that never really waits.
  func tracker(
    token: String = Self.token,
    waiting: Duration = .seconds(180),
    pauses: Pauses = Pauses(),
    _ change: (inout GitLabAccess) -> Void = { _ in }
  ) throws -> GitLabTracker {
    var access = try GitLabAccess(site: server.url, token: token)
    change(&access)
    return try GitLabTracker(
      access,
      client: client,
      policy: RetryPolicy(tries: 3),
      waiting: waiting,
      surroundings: pauses.surroundings
    )
  }
}

/// What is in a GitLab.
struct GitLabState: Decodable {
  struct Person: Decodable { var username: String }
  struct Note: Decodable {
    var body: String
    var system: Bool
  }
  struct Issue: Decodable {
    var id: Int
    var iid: Int
    var projectId: Int
    var title: String
    var description: String?
    var state: String
    var labels: [String]
    var dueDate: String?
    var confidential: Bool
    var issueType: String
    var assignees: [Person]
    var notes: [Note]
  }
  struct Link: Decodable, Equatable {
    var source: Int
    var target: Int
    var kind: String
  }
  struct Action: Decodable, Equatable { var command: String }
  struct Mention: Decodable, Equatable { var name: String }
  struct Reference: Decodable, Equatable { var to: String }

  var issues: [Issue]
  var links: [Link]
  var quickActions: [Action]
  var mentions: [Mention]
  var references: [Reference]

  /// Nothing that a text set off.
  var isQuiet: Bool { quickActions.isEmpty && mentions.isEmpty && references.isEmpty }
}
