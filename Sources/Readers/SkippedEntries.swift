/// Entries of a report that could not be read: all are counted, the first are named.
public struct SkippedEntries: Sendable {
  /// How many there are.
  public private(set) var count = 0
  /// The first of them, at most `named`.
  public private(set) var first: [ReadError] = []

  /// How many are named: finding the place of each of 100,000 broken entries would take longer than
  /// reading the report.
  public static let named = 20

  /// None yet.
  public init() {}

  /// Counts an entry, and names it if it is among the first; its place is looked up only then.
  public mutating func add(_ error: @autoclosure () -> ReadError) {
    count += 1
    if first.count < Self.named { first.append(error()) }
  }

  /// Counts those of another file of the same scan.
  mutating func add(_ other: SkippedEntries) {
    count += other.count
    first += other.first.prefix(max(0, Self.named - first.count))
  }
}
