import Foundation

/// A tracker or messenger of a test's own, on the loopback; `Tests/TrackerServers/README.md` tells what
/// it does and how it is told to fail.
public struct TrackerServer: Sendable {
  /// What it behaves as.
  public enum Kind: String, Sendable {
    case jiraCloud = "jira-cloud"
    case jiraDataCenter = "jira-dc"
    case gitLab = "gitlab"
    case slack
  }

  /// The server, which ends when nobody holds it any more.
  public let process: SpawnedServer

  /// The server's URL, without a path.
  public var url: String { "http://127.0.0.1:\(process.port)" }

  /// Whether it can run here; in CI it must.
  public static var runs: Bool { Checkout.runs(with: "python3") }

  /// How often a server is started anew: another process may have taken its port meanwhile.
  private static let tries = 5

  /// Starts one and waits until it answers; options are those of `tracker_server.py`.
  public init(_ kind: Kind, options: [String] = []) async throws {
    process = try await Self.started(kind, options, tries: Self.tries)
  }

  private static func started(
    _ kind: Kind,
    _ options: [String],
    tries: Int
  ) async throws -> SpawnedServer {
    do {
      return try await started(kind, options)
    } catch let failure as SpawnedServer.Failure {
      guard tries > 1 else { throw failure }
      return try await started(kind, options, tries: tries - 1)
    }
  }

  private static func started(_ kind: Kind, _ options: [String]) async throws -> SpawnedServer {
    let folder = try SpawnedServer.folder()
    let port = try SpawnedServer.freePorts(1)[0]
    let script = Checkout.root.appendingPathComponent("Tests/TrackerServers/tracker_server.py")
    let process = try SpawnedServer(
      Checkout.tool("python3"),
      [script.path, kind.rawValue, "--port", "\(port)"] + options,
      port: port,
      folder: folder
    )
    // It prints its port once it listens.
    let output = folder.appendingPathComponent("log")
    try await process.waitUntil {
      guard Checkout.has(output) else { return false }
      let text = try String(contentsOf: output, encoding: .utf8)
      guard text.contains("\n") else { return false }
      guard text == "\(port)\n" else { throw SpawnedServer.Failure(description: text) }
      return true
    }
    return process
  }
}
