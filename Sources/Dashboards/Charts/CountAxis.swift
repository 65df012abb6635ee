/// Round numbers for an axis that begins at zero: steps of 1, 2 or 5 times a power of ten.
struct CountAxis: Sendable, Hashable {
  /// The distance of two ticks.
  let step: Int
  /// The highest tick, at least as high as what is shown.
  let top: Int

  /// An axis up to a count, with at most so many steps.
  init(_ maximum: Int, steps: Int = 4) {
    // Far beyond any count of findings, near to where sums overflow.
    let maximum = min(max(maximum, 1), 1_000_000_000_000_000)
    var power = 1
    var step = 1
    search: while true {
      for factor in [1, 2, 5] {
        step = power * factor
        if step * steps >= maximum { break search }
      }
      power *= 10
    }
    self.init(maximum, step: step)
  }

  /// An axis up to a count with a step.
  init(_ maximum: Int, step: Int) {
    let maximum = min(max(maximum, 1), 1_000_000_000_000_000)
    self.step = step
    top = (maximum + step - 1) / step * step
  }

  /// Zero and every tick above.
  var ticks: [Int] { Array(stride(from: 0, through: top, by: step)) }
}
