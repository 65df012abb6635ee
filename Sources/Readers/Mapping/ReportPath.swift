/// The way from an entry of a report to a value, such as `check.id`, `refs[*].url`, `^.file` or, in
/// XML, `place/@line`.
///
/// A column's name in CSV. A `$` at the start means the whole report, each `^` the element of the
/// list around.
public struct ReportPath: Sendable, Hashable {
  /// Where it starts.
  enum Start: Sendable, Hashable {
    case entry
    case outer(Int)
    case root
  }

  /// One step of it.
  enum Step: Sendable, Hashable {
    case member(String)
    case attribute(String)
    case element(Int)
    /// Each element of an array or, in XML, each of the elements just named.
    case all
    /// The value of each member of an object.
    case members
  }

  /// As it was written.
  public let text: String
  let start: Start
  let steps: [Step]

  /// Reads a path; the error says what is wrong with it.
  public init(_ text: String, in syntax: ReportMapping.Syntax) throws(ReadError) {
    self.text = text
    guard syntax != .csv else {
      start = .entry
      steps = [.member(text)]
      return
    }
    var rest = text[...]
    start = Self.start(&rest)
    if start == .entry, rest == "." {
      steps = []
      return
    }
    let separator: Character = syntax == .xml ? "/" : "."
    var steps: [Step] = []
    var isFirst = start == .entry
    while !rest.isEmpty {
      if rest.first == "[" {
        steps.append(try Self.bracket(&rest, in: syntax))
      } else {
        if !isFirst, rest.removeFirst() != separator {
          throw Self.error(text, "expected \"\(separator)\" between its steps")
        }
        steps.append(try Self.name(&rest, separator, in: syntax))
      }
      isFirst = false
    }
    guard let last = steps.last else { throw Self.error(text, "it names no value") }
    if syntax == .xml { try Self.check(steps, last, text) }
    self.steps = steps
  }

  /// Whether it ends with all elements of a list, or all members of an object.
  public var isList: Bool { start == .entry && (steps.last == .all || steps.last == .members) }

  private static func start(_ rest: inout Substring) -> Start {
    if rest.first == "$" {
      rest.removeFirst()
      return .root
    }
    let levels = rest.prefix { $0 == "^" }.count
    rest = rest.dropFirst(levels)
    return levels == 0 ? .entry : .outer(levels)
  }

  private static func name(
    _ rest: inout Substring,
    _ separator: Character,
    in syntax: ReportMapping.Syntax
  ) throws(ReadError) -> Step {
    let name = rest.prefix { $0 != separator && $0 != "[" }
    rest = rest[name.endIndex...]
    if syntax == .xml, name.first == "@", name.count > 1 {
      return .attribute(String(name.dropFirst()))
    }
    if syntax != .xml, name == "*" { return .members }
    guard !name.isEmpty else { throw error(String(rest), "a step has no name") }
    return .member(String(name))
  }

  /// `[*]`, `[0]`, or `["a name"]` with dots and brackets in it.
  private static func bracket(
    _ rest: inout Substring,
    in syntax: ReportMapping.Syntax
  ) throws(ReadError) -> Step {
    let isQuoted = rest.hasPrefix("[\"")
    guard let end = rest.firstRange(of: isQuoted ? "\"]" : "]") else {
      throw error(String(rest), "a bracket is not closed")
    }
    let inner = rest[..<end.lowerBound].dropFirst(isQuoted ? 2 : 1)
    rest = rest[end.upperBound...]
    if isQuoted, !inner.isEmpty { return .member(String(inner)) }
    if inner == "*" { return .all }
    guard syntax != .xml, let position = Int(inner), position >= 0 else {
      let known = syntax == .xml ? "[*]" : "[*], [0] or [\"name\"]"
      throw error("[\(inner)]", "expected \(known)")
    }
    return .element(position)
  }

  /// In XML an attribute is the end, and what is repeated has a name.
  private static func check(_ steps: [Step], _ last: Step, _ text: String) throws(ReadError) {
    for (index, step) in steps.enumerated() {
      if case .attribute = step, index < steps.count - 1 {
        throw error(text, "an attribute has nothing inside it")
      }
      guard step == .all else { continue }
      guard index > 0, case .member = steps[index - 1] else {
        throw error(text, "[*] must follow an element's name")
      }
    }
  }

  private static func error(_ text: String, _ problem: String) -> ReadError {
    ReadError(place: text, problem: problem)
  }
}
