internal import ArgumentParser
internal import Findings
internal import Glibc
internal import Logging

extension ExitCode {
  /// Something could not be read, rendered or sent.
  static let incomplete = ExitCode(2)
  /// The command line or the configuration is wrong.
  static let usage = ExitCode(64)
}

/// Runs a command's body and turns a problem into a line and an exit code.
func failing<Value>(
  with code: ExitCode = .incomplete,
  _ body: () async throws(Problem) -> Value
) async throws -> Value {
  do throws(Problem) {
    return try await body()
  } catch {
    Diagnostics.report([error])
    throw code
  }
}
