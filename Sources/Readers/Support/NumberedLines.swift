/// Code that a report quotes with each line behind its number, as `14: x = 1` or `14 x = 1`.
enum NumberedLines {
  /// The lines of a range without their numbers; the whole text where no line has one.
  static func among(_ text: String, _ range: ClosedRange<Int>) -> String {
    let lines = text.split(separator: "\n")
    let numbers = lines.map { Int($0.prefix { $0.isNumber }) }
    guard numbers.contains(where: { $0 != nil }) else { return text }
    let wanted = zip(lines, numbers).filter { _, number in number.map(range.contains) ?? false }
    return wanted.map { line, _ in line.drop { $0.isNumber || $0 == ":" } }.joined(separator: "\n")
  }
}
