internal import Dashboards
internal import Findings
internal import Glibc

/// Lines for the person at the terminal, or for the log of a job.
enum Diagnostics {
  /// Prints problems, a line each.
  static func report(_ problems: [Problem]) {
    for problem in problems { print(problem.description) }
  }

  /// Prints a line on the standard error.
  ///
  /// Whatever it holds stays one line and does nothing to a terminal.
  static func print(_ line: String) {
    write(Array("\(oneLine(line))\n".utf8), to: STDERR_FILENO)
  }

  /// A text as one line of at most 2,000 characters that does nothing to a terminal.
  static func oneLine(_ text: String) -> String {
    let flat = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    let scalars = flat.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: 2_000, limitedBy: scalars.endIndex)
    let bounded = end.map { $0 < flat.endIndex ? "\(flat[..<$0])…" : flat } ?? flat
    return Markup(escaping: bounded, in: .text).description
  }

  /// Writes bytes on a file descriptor, all of them unless it is closed.
  static func write(_ bytes: [UInt8], to descriptor: CInt) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(
          descriptor,
          buffer.baseAddress?.advanced(by: written),
          buffer.count - written
        )
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        return
      }
    }
  }
}
