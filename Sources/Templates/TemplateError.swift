/// Why a template cannot be used, and where.
public struct TemplateError: Error, Sendable, Hashable {
  /// The template's file, such as `dashboards/index.html.mustache`.
  public var file: String
  /// The line, counted from 1.
  public var line: Int
  /// The column, counted in bytes from 1.
  public var column: Int
  /// What is wrong, one sentence without a full stop.
  public var problem: String
  /// What to do about it, where that is known.
  public var hint: String?

  /// A problem at a place in a file.
  public init(file: String, line: Int, column: Int, problem: String, hint: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.hint = hint
  }

  /// A problem at an offset into a file's bytes.
  init(_ source: TemplateSource, at offset: Int, problem: String, hint: String? = nil) {
    let before = source.bytes.prefix(offset)
    let newline = UInt8(ascii: "\n")
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
    self.init(
      file: source.file,
      line: before.count { $0 == newline } + 1,
      column: offset - start + 1,
      problem: problem,
      hint: hint
    )
  }
}

extension TemplateError: CustomStringConvertible {
  /// `file:line:column: problem (hint)`.
  public var description: String {
    let place = "\(file):\(line):\(column)"
    return hint.map { "\(place): \(problem) (\($0))" } ?? "\(place): \(problem)"
  }
}
