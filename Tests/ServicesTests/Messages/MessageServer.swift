import Foundation
import Syntax
import TestSupport
import Testing

@testable import Services

/// A Slack, and a receiver of any JSON, on the loopback (Tests/TrackerServers).
struct MessageServer: Sendable {
  static let token = "xoxb-token-of-tests"
  static let secret = "webhook-secret-of-tests"

  private let process: SpawnedServer
  let client: HTTPClient

  /// The server, started once in the process.
  static let shared = Task { () async throws -> MessageServer in
    let folder = try SpawnedServer.folder()
    let port = try SpawnedServer.freePorts(1)[0]
    let script = Checkout.root.appendingPathComponent("Tests/TrackerServers/tracker_server.py")
    let server = MessageServer(
      process: try SpawnedServer(
        Checkout.tool("python3"),
        [script.path, "slack", "--port", "\(port)"],
        port: port,
        folder: folder
      ),
      client: try HTTPClient()
    )
    try await server.process.waitUntil {
      do { return try await server.ask("GET", "ready").status == 200 } catch { return false }
    }
    return server
  }

  /// The server, as if it had just started.
  static func fresh(settings: String = "{}") async throws -> MessageServer {
    let server = try await shared.value
    #expect(try await server.ask("POST", "reset", settings).status == 200)
    return server
  }

  var url: String { "http://127.0.0.1:\(process.port)" }
  var webhook: String { "\(url)/services/T0/B0/\(Self.secret)" }

  /// Adds a fault.
  func fails(_ fault: String) async throws {
    #expect(try await ask("POST", "faults", fault).status == 200)
  }

  /// All messages, oldest first, as JSON.
  func state() async throws -> JSON {
    try JSONDocument(parsing: try await ask("GET", "state").body).root
  }

  /// The requests that reached it.
  func log() async throws -> [JSON] {
    try JSONDocument(parsing: try await ask("GET", "log").body).root["requests"].elements.map { $0 }
  }

  private func ask(_ method: String, _ path: String, _ body: String = "") async throws
    -> HTTPResponse
  {
    let address = try #require(WebAddress("\(url)/_test/\(path)"))
    return try await client.send(HTTPRequest(method: method, address, body: Array(body.utf8)))
  }
}
