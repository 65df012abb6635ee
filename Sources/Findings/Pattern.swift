internal import Glibc

/// A pattern as the shell has them (POSIX.1-2017, 2.13): `*` and `?` stand for any characters, `/`
/// included.
public struct Pattern: Sendable, Hashable {
  /// The pattern as it was written.
  public let text: String

  /// A pattern.
  public init(_ text: String) {
    self.text = text
  }

  /// Whether a text as a whole fits.
  public func matches(_ subject: String) -> Bool { fnmatch(text, subject, 0) == 0 }
}
