public import Foundation
import Glibc

/// A server of others, as a process on ports of this machine's own, which ends when nobody holds it
/// any more, and with the test process however that ends.
public final class SpawnedServer: Sendable {
  /// Why a server does not run.
  public struct Failure: Error, CustomStringConvertible {
    /// The reason.
    public var description: String

    /// A reason in a sentence.
    public init(description: String) {
      self.description = description
    }
  }

  /// The port it was told to listen on.
  public let port: Int
  /// Open as long as this process lives: the shell reads its other end.
  private let lifeline: CInt

  /// Starts a program with arguments, in a folder of its own.
  ///
  /// A shell starts it, waits for the end of its own input, which comes when this process is gone,
  /// and then ends the program and removes the folder.
  public init(_ program: URL, _ arguments: [String], port: Int, folder: URL) throws {
    guard Checkout.has(program) else {
      throw Failure(description: "\(program.path) is missing: run `make test`, which installs it")
    }
    self.port = port
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.currentDirectoryURL = folder
    let script = #"""
      "$@" < /dev/null > log 2>&1 3>&- &
      child=$!
      cat > /dev/null
      kill -TERM $child
      for moment in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 $child 2> /dev/null || break
        sleep 0.2
      done
      kill -KILL $child 2> /dev/null
      cd / && rm -rf "$FOLDER"
      """#
    shell.arguments = ["-c", script, "server", program.path] + arguments
    var environment = ProcessInfo.processInfo.environment
    environment["FOLDER"] = folder.path
    environment["PYTHONUNBUFFERED"] = "1"
    shell.environment = environment
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0, fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 else {
      throw Failure(description: "no pipe to the server's shell")
    }
    lifeline = ends[1]
    shell.standardInput = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    try shell.run()
  }

  deinit {
    close(lifeline)
  }

  /// Waits until something is true, at most half a minute.
  public func waitUntil(_ isReady: () async throws -> Bool) async throws {
    for _ in 0..<300 {
      if try await isReady() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Failure(description: "the server on port \(port) did not become ready")
  }

  /// A folder for a server's files; it goes when the server ends.
  public static func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigil-server-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Ports that nobody listens on at the moment.
  public static func freePorts(_ count: Int) throws -> [Int] {
    var sockets: [Int32] = []
    defer { for socket in sockets { close(socket) } }
    return try (0..<count).map { _ in
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      sockets.append(descriptor)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let port = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic -> UInt16? in
          guard bind(descriptor, generic, length) == 0,
            getsockname(descriptor, generic, &length) == 0
          else { return nil }
          return UInt16(bigEndian: pointer.pointee.sin_port)
        }
      }
      guard let port else { throw Failure(description: "no free port") }
      return Int(port)
    }
  }
}
