import Findings
import Foundation
import Pipeline
import Services
import TestSupport

/// SeaweedFS with two buckets and two keys: one that may do everything, and one that may list the
/// artifacts but fetch none.
struct ObjectServer: Sendable {
  /// Whether tests with it run here.
  static var isPresent: Bool { Checkout.runs(with: "weed") }

  /// A key of the server's.
  struct Key: Sendable {
    let access: String
    let secret: String

    /// The variables by which a program gets to know it.
    var environment: [String: String] {
      ["AWS_ACCESS_KEY_ID": access, "AWS_SECRET_ACCESS_KEY": secret]
    }
  }

  static let owner = Key(access: "AKIAVIGILOWNER", secret: "the-key-of-the-owner-of-both")
  static let lister = Key(access: "AKIAVIGILLISTER", secret: "the-key-of-who-may-only-list")

  private let process: SpawnedServer

  /// The server's URL.
  var endpoint: String { "http://127.0.0.1:\(process.port)" }

  /// The server, started once in the process.
  static var shared: ObjectServer {
    get async throws { try await server.value }
  }

  private static let server = Task { () async throws -> ObjectServer in
    let ports = try SpawnedServer.freePorts(8)
    let folder = try SpawnedServer.folder()
    try Data(identities.utf8).write(to: folder.appendingPathComponent("s3.json"))
    let arguments = [
      "server", "-dir=.", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false",
      "-master.port=\(ports[0])", "-master.port.grpc=\(ports[1])", "-volume.port=\(ports[2])",
      "-volume.port.grpc=\(ports[3])", "-filer.port=\(ports[4])", "-filer.port.grpc=\(ports[5])",
      "-s3", "-s3.port=\(ports[6])", "-s3.port.grpc=\(ports[7])", "-s3.config=s3.json",
      "-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0", "-volume.max=50",
      "-master.volumeSizeLimitMB=64",
    ]
    let program = Checkout.tool("weed")
    let server = ObjectServer(
      process: try SpawnedServer(program, arguments, port: ports[6], folder: folder)
    )
    // A bucket is made with its first object.
    for bucket in ["artifacts", "history"] {
      try await server.process.waitUntil {
        let store = try server.store("s3://\(bucket)/ready")
        return (try? await store.create(key: UUID().uuidString, bytes: [1])) == true
      }
    }
    return server
  }

  private static let identities = """
    {"identities": [
      {"name": "owner", "actions": ["Admin", "Read", "Write", "List"],
       "credentials": [{"accessKey": "\(owner.access)", "secretKey": "\(owner.secret)"}]},
      {"name": "lister",
       "actions": ["List:artifacts", "List:history", "Read:history", "Write:history"],
       "credentials": [{"accessKey": "\(lister.access)", "secretKey": "\(lister.secret)"}]}]}
    """

  /// A place in a bucket as its owner sees it.
  func store(_ location: String) throws -> S3Store {
    try S3Store(
      S3Location(location, options: .init(endpoint: endpoint)),
      environment: Self.owner.environment,
      policy: RetryPolicy(tries: 2)
    )
  }
}
