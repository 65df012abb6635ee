public import Findings

/// How many there are of each severity.
public struct SeverityCounts: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: Severity.allCases.count)

  /// None of any.
  public init() {}

  /// The count of one severity.
  public subscript(_ severity: Severity) -> Int {
    get { counts[severity.rank] }
    set { counts[severity.rank] = newValue }
  }

  /// All of them together.
  public var total: Int { counts.reduce(0, +) }

  /// The worst severity of which there is at least one.
  public var worst: Severity? { Severity.allCases.first { self[$0] > 0 } }

  /// Adds another's counts.
  public static func += (left: inout SeverityCounts, right: SeverityCounts) {
    for severity in Severity.allCases { left[severity] += right[severity] }
  }
}
