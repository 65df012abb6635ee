public import Syntax

/// Why a report, or one entry of it, could not be read.
///
/// Whoever opened the file adds its name.
public struct ReadError: Error, Sendable, Hashable {
  /// Where inside the report, such as `[3].StartLine`.
  public var place: String
  /// What was wrong, such as `expected a number, found a string`.
  public var problem: String
  /// What to do about it, where there is something to do.
  public var hint: String?

  /// A problem at a place.
  public init(place: String = "top level", problem: String, hint: String? = nil) {
    self.place = place
    self.problem = problem
    self.hint = hint
  }

  /// The same problem, as the document's syntax layer found it.
  public init(_ error: SyntaxError) {
    // The names on the way to the place are the report's, and may be secret.
    self.init(place: Redaction.masked(error.place), problem: error.problem)
  }
}

extension ReadError: CustomStringConvertible {
  /// The place and the problem on one line.
  public var description: String { "\(place): \(problem)" }
}
