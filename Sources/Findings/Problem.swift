/// One line for a person: which file, where in it, what is wrong, and what to do about it.
public struct Problem: Error, Sendable, Hashable {
  /// The file, key or service, as the person would name it.
  public var file: String
  /// Where in it; empty when it is the whole.
  public var place: String
  /// What is wrong, one sentence without a full stop.
  public var problem: String
  /// What to do about it, only where there is something to do.
  public var hint: String?

  /// A problem with a file.
  public init(file: String, place: String = "", problem: String, hint: String? = nil) {
    self.file = file
    self.place = place
    self.problem = problem
    self.hint = hint
  }
}

extension Problem: CustomStringConvertible {
  /// `file: place: problem (hint)`; the caller escapes it for where it goes.
  public var description: String {
    let spot = place.isEmpty ? file : "\(file): \(place)"
    return hint.map { "\(spot): \(problem) (\($0))" } ?? "\(spot): \(problem)"
  }
}

extension Problem: Comparable {
  /// Orders by file, place, problem.
  public static func < (left: Problem, right: Problem) -> Bool {
    (left.file, left.place, left.problem) < (right.file, right.place, right.problem)
  }
}
