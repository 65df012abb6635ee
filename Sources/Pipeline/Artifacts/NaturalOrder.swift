/// The order of texts with numbers in them: `run-9` before `run-10`, dates by their days.
enum NaturalOrder {
  /// Whether one text comes before another.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if isDigit(left[i]), isDigit(right[j]) {
        let first = number(left, &i)
        let second = number(right, &j)
        if first.count != second.count { return first.count < second.count }
        if first != second { return first.lexicographicallyPrecedes(second) }
      } else {
        if left[i] != right[j] { return left[i] < right[j] }
        i += 1
        j += 1
      }
    }
    return left.count - i < right.count - j
  }

  /// The digits from a position on without leading zeros; moves the position behind them.
  private static func number(_ text: [UInt8], _ position: inout Int) -> ArraySlice<UInt8> {
    let digits = text[position...].prefix(while: isDigit)
    position = digits.endIndex
    return digits.drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
