import Foundation
import Glibc
import TestSupport

/// The program under test: the binary that was built beside the tests.
struct Program {
  /// Why the program could not be run.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What came of a run of the program.
  struct Run {
    /// Its exit code; nil if a signal ended it.
    var code: Int32?
    /// What it wrote on the standard output.
    var output: [UInt8]
    /// What it wrote on the standard error.
    var errors: [UInt8]
    /// The most memory it held at a time, in bytes.
    var peakMemory: Int
    /// Whether it had to be ended because it took minutes.
    var wasStuck: Bool

    /// The lines of the standard output.
    var outputLines: [String] { Self.lines(output) }
    /// The lines of the standard error.
    var errorLines: [String] { Self.lines(errors) }

    private static func lines(_ bytes: [UInt8]) -> [String] {
      bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The binary's path.
  static let path: String? = {
    guard let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let url = URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("vigil")
    return FileManager.default.isExecutableFile(atPath: url.path) ? url.path : nil
  }()

  private let child: pid_t
  private let folder: TemporaryFolder

  /// Starts the program in a folder, with nothing in its environment but what is given.
  ///
  /// - Parameters:
  ///   - arguments: The words of the command line.
  ///   - place: The folder.
  ///   - environment: The variables.
  ///   - redirection: What the shell does with its streams, such as closing them.
  /// - Throws: What keeps it from starting.
  init(
    _ arguments: [String],
    in place: String,
    environment: [String: String] = [:],
    redirection: String = ""
  ) throws {
    guard let path = Self.path else {
      throw Failure(description: "there is no vigil beside the tests: build it with `swift build`")
    }
    folder = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (number, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "errors")] {
      posix_spawn_file_actions_addopen(
        &actions,
        number,
        folder(name),
        O_WRONLY | O_CREAT | O_APPEND,
        0o600
      )
    }
    var variables = environment
    variables["HOME"] = variables["HOME"] ?? folder.path
    variables["PATH"] = "/usr/bin:/bin"
    var child: pid_t = 0
    // The shell goes to the folder and becomes the program.
    let shell = ["/bin/sh", "-c", #"cd "$0" && exec "$@" "# + redirection, place, path]
    let status = Self.withCStrings(shell + arguments) { words in
      Self.withCStrings(variables.map { "\($0.key)=\($0.value)" }) { settings in
        posix_spawn(&child, shell[0], &actions, nil, words, settings)
      }
    }
    guard status == 0 else {
      throw Failure(description: "\(path): \(String(cString: strerror(status)))")
    }
    self.child = child
  }

  /// Waits until the program ends; one that takes longer than two minutes is ended.
  func wait() throws -> Run {
    var status: CInt = 0
    var usage = rusage()
    var wasStuck = false
    let deadline = ContinuousClock.now + .seconds(120)
    while wait4(child, &status, wasStuck ? 0 : WNOHANG, &usage) == 0 {
      if ContinuousClock.now > deadline {
        wasStuck = true
        kill()
      }
      usleep(2_000)
    }
    let signal = status & 0x7F
    return Run(
      code: signal == 0 ? (status >> 8) & 0xFF : nil,
      output: try bytes("output"),
      errors: try bytes("errors"),
      peakMemory: usage.ru_maxrss << 10,
      wasStuck: wasStuck
    )
  }

  /// Ends the program at once, as a machine that loses power does.
  func kill() { Glibc.kill(child, SIGKILL) }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder(name))))
  }

  private static func withCStrings<Value>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
