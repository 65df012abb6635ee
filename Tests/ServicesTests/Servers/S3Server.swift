import Findings
import Foundation
import Services
import TestSupport
import Testing

@testable import Services

/// A real S3 server of this machine's own, with one key that may do everything.
struct S3Server: Sendable {
  /// What checks signatures, and what does not.
  enum Kind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case seaweed
    case moto

    /// The program it runs.
    var program: String { self == .seaweed ? "weed" : "moto_server" }
    var testDescription: String { rawValue }
    /// The server, started once in the process.
    var server: S3Server {
      get async throws {
        switch self {
        case .seaweed: try await S3Server.seaweed.value
        case .moto: try await S3Server.moto.value
        }
      }
    }
    /// The servers that tests run with here.
    static var present: [Kind] { allCases.filter { Checkout.runs(with: $0.program) } }
  }

  static let accessKey = "AKIAVIGILTESTS"
  static let secretKey = "a-secret-key-that-tests-look-for"

  let process: SpawnedServer

  /// The server's URL.
  var endpoint: String { "http://127.0.0.1:\(process.port)" }

  private static let seaweed = Task { () async throws -> S3Server in
    let ports = try SpawnedServer.freePorts(8)
    let folder = try SpawnedServer.folder()
    let identities = """
      {"identities": [{"name": "tests", "actions": ["Admin", "Read", "Write", "List"],
        "credentials": [{"accessKey": "\(accessKey)", "secretKey": "\(secretKey)"}]}]}
      """
    try Data(identities.utf8).write(to: folder.appendingPathComponent("s3.json"))
    let arguments = [
      "server", "-dir=.", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false",
      "-master.port=\(ports[0])", "-master.port.grpc=\(ports[1])", "-volume.port=\(ports[2])",
      "-volume.port.grpc=\(ports[3])", "-filer.port=\(ports[4])", "-filer.port.grpc=\(ports[5])",
      "-s3", "-s3.port=\(ports[6])", "-s3.port.grpc=\(ports[7])", "-s3.config=s3.json",
      "-s3.iam=false", "-s3.port.iceberg=0", "-s3.port.lance=0", "-volume.max=50",
      "-master.volumeSizeLimitMB=64", "-s3.autoCreateBucket=false",
    ]
    let program = Checkout.tool("weed")
    return try await start(program, arguments, port: ports[6], folder: folder)
  }

  private static let moto = Task { () async throws -> S3Server in
    let port = try SpawnedServer.freePorts(1)[0]
    let arguments = ["-H", "127.0.0.1", "-p", "\(port)"]
    let program = Checkout.tool("moto_server")
    return try await start(program, arguments, port: port, folder: SpawnedServer.folder())
  }

  private static func start(
    _ program: URL,
    _ arguments: [String],
    port: Int,
    folder: URL
  ) async throws -> S3Server {
    let process = try SpawnedServer(program, arguments, port: port, folder: folder)
    let server = S3Server(process: process)
    try await process.waitUntil { try await server.send("PUT", "/tests") == 200 }
    try await process.waitUntil { try await server.send("PUT", "/tests/ready", "x") == 200 }
    return server
  }
}

extension S3Server {
  /// The status that a signed request is answered with; 0 if there is no answer.
  @discardableResult func send(
    _ method: String,
    _ path: String,
    _ body: String = ""
  ) async throws -> Int {
    var address = try #require(WebAddress(endpoint))
    address.path = path
    let request = HTTPRequest(method: method, address, body: Array(body.utf8))
    let signer = SigV4(region: "us-east-1", service: "s3", pathRule: .s3)
    let credentials = Credentials(accessKey: Self.accessKey, secretKey: Self.secretKey)
    let signed = signer.sign(request, with: credentials, at: Surroundings.real.now())
    do {
      return try await HTTPClient().send(signed).status
    } catch {
      return 0
    }
  }

  /// A store in the one bucket of this server, below a prefix that no other test uses.
  func store(
    prefix: String = UUID().uuidString,
    secretKey: String = secretKey,
    sizeLimit: Int = 1 << 20
  ) throws -> S3Store {
    try S3Store(
      S3Location("s3://tests/\(prefix)", options: .init(endpoint: endpoint)),
      environment: ["AWS_ACCESS_KEY_ID": Self.accessKey, "AWS_SECRET_ACCESS_KEY": secretKey],
      sizeLimit: sizeLimit
    )
  }
}
