/// What a scan replaces: the findings of one scanner on one target of one project.
public struct Stream: Sendable, Hashable {
  /// The project, as the artifacts' layout names it.
  public var project: String
  /// The kind of scanning.
  public var category: Category
  /// The tool, such as `trivy`.
  public var scanner: String
  /// What was scanned, where one scanner has several: an image, an account, a part; or empty.
  public var target: String

  /// A stream by its four parts.
  public init(project: String, category: Category, scanner: String, target: String = "") {
    self.project = project
    self.category = category
    self.scanner = scanner
    self.target = target
  }
}

extension Stream: Comparable {
  /// Orders by project, category, scanner, target.
  public static func < (left: Stream, right: Stream) -> Bool {
    (left.project, left.category, left.scanner, left.target)
      < (right.project, right.category, right.scanner, right.target)
  }
}
