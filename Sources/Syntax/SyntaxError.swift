/// Why a document, or one value of it, is not what was expected.
public struct SyntaxError: Error, Sendable, Hashable {
  /// Where in the document, such as `[3].StartLine` or `line 12`.
  public var place: String
  /// What was wrong, such as `expected a number, found a string`.
  public var problem: String

  /// A problem at a place.
  public init(place: String, problem: String) {
    self.place = place
    self.problem = problem
  }
}

extension SyntaxError: CustomStringConvertible {
  /// The place and the problem on one line.
  public var description: String { "\(place): \(problem)" }
}
