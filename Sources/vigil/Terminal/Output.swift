internal import Glibc

/// What was asked for, on the standard output.
enum Output {
  /// Prints a line that does nothing to a terminal.
  static func print(_ line: String) { write(Array("\(Diagnostics.oneLine(line))\n".utf8)) }

  /// Writes finished bytes.
  static func write(_ bytes: [UInt8]) { Diagnostics.write(bytes, to: STDOUT_FILENO) }
}
