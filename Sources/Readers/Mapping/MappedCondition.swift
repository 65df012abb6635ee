extension ReportMapping {
  /// That a place has one of some values or, with none given, any but an empty one and `false`.
  public struct Condition: Sendable, Hashable {
    /// The place.
    public var path: ReportPath
    /// The values; none: any.
    public var values: [String]

    /// A place and what may stand there.
    public init(_ path: ReportPath, among values: [String] = []) {
      self.path = path
      self.values = values
    }
  }
}

extension ReportMapping.Condition {
  /// The first value that fulfils it; nil when it does not hold.
  func match(in entry: ReportEntry) -> ReportNode? {
    path.nodes(from: entry).first { node in
      values.isEmpty ? node.isTelling : node.text.map(values.contains) ?? false
    }
  }
}
