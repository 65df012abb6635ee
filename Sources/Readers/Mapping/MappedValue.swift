extension ReportMapping {
  /// Where a field's value comes from.
  public struct Value: Sendable, Hashable {
    /// The places it may stand in; the first that has one counts.
    public var paths: [ReportPath]
    /// What it is in every finding, where the report does not say.
    public var constant: String?
    /// Whether only its keyed digest may leave the reader.
    public var isSecret: Bool

    /// A value at a place, or a constant where there is none.
    public init(paths: [ReportPath] = [], constant: String? = nil, isSecret: Bool = false) {
      self.paths = paths
      self.constant = constant
      self.isSecret = isSecret
    }
  }
}
