/// Whole percentages that add up to 100 (largest remainder).
struct Percentages: Sendable, Hashable {
  /// One for each count, in their order; all 0 if the counts are.
  let values: [Int]
  private let counts: [Int]

  /// The percentages of counts; a negative one counts as none.
  init(_ counts: [Int]) {
    let counts = counts.map { max(0, $0) }
    self.counts = counts
    let (total, overflow) = counts.reduce((0, false)) { sum, count in
      let next = sum.0.addingReportingOverflow(count)
      return (next.partialValue, sum.1 || next.overflow)
    }
    guard total > 0, !overflow else {
      // Counts that no sum holds keep their shares when each is a little smaller.
      values =
        overflow ? Percentages(counts.map { $0 / 1024 }).values : counts.map { _ in 0 }
      return
    }
    var shares = counts.map { count in
      total.dividingFullWidth(count.multipliedFullWidth(by: 100))
    }
    let missing = 100 - shares.reduce(0) { $0 + $1.quotient }
    // Of equal remainders the first goes first, so that the result is always the same.
    let largest = shares.indices.sorted {
      (shares[$1].remainder, $0) < (shares[$0].remainder, $1)
    }
    for index in largest.prefix(missing) { shares[index].quotient += 1 }
    values = shares.map(\.quotient)
  }

  /// The text for one: `12%`; `<1%` for some that round to none, `>99%` for not quite all.
  func text(_ index: Int) -> String {
    let isAll = counts.indices.allSatisfy { $0 == index || counts[$0] == 0 }
    switch values[index] {
    case 0 where counts[index] > 0: return "<1%"
    case 100 where !isAll: return ">99%"
    default: return "\(values[index])%"
    }
  }
}
