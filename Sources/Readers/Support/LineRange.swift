/// Lines as scanners write them in one text: `14`, `14-16`, `14:3`.
struct LineRange {
  var first: Int?
  var last: Int?

  /// Reads the range; a line of 0 or less stands for none.
  init(_ text: String?) {
    let parts = (text ?? "").split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    first = parts.first.flatMap { $0 > 0 ? $0 : nil }
    if text?.contains("-") ?? false, let first, let last = parts.dropFirst().first, last > first {
      self.last = last
    }
  }

  /// The range, if there is one.
  var range: ClosedRange<Int>? { first.map { $0...(last ?? $0) } }
}
