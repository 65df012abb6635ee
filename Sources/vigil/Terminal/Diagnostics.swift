internal import Dashboards
internal import Findings
internal import Glibc
internal import Templates

/// Lines for the person at the terminal, or for the log of a job.
enum Diagnostics {
  /// Prints problems, a line each.
  static func report(_ problems: [Problem]) {
    for var problem in problems {
      problem.file = shortened(problem.file)
      print(problem.description)
    }
  }

  /// A file's name that leaves room for what is wrong with it: of a very long one the middle is cut.
  private static func shortened(_ name: String) -> String {
    let scalars = name.unicodeScalars
    guard scalars.count > 1_200 else { return name }
    return "\(String(scalars.prefix(600)))…\(String(scalars.suffix(600)))"
  }

  /// Opens what of the standard streams is closed, on nothing.
  ///
  /// A closed one would be the next file or connection, and get what is printed.
  static func openStandardStreams() {
    var descriptor: CInt = 0
    while descriptor >= 0, descriptor <= STDERR_FILENO { descriptor = open("/dev/null", O_RDWR) }
    if descriptor > STDERR_FILENO { close(descriptor) }
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
      } else if errno == EAGAIN {
        // Some runners of jobs read our output through a pipe that does not wait.
        var event = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&event, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}
