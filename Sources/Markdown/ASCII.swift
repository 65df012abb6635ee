extension UInt8 {
  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// Whether it is a digit of ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter or a digit of ASCII, or part of a character beyond.
  var isWord: Bool { isLetter || isDigit || self >= 0x80 }

  /// Whether it is a space, a tab or the end of a line.
  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}

extension [UInt8] {
  /// Appends text as it is.
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Appends a space, unless the line is empty or ends with one.
  mutating func appendSpace() {
    if let last, last != 0x20, last != 0x0A { append(0x20) }
  }

  /// Without white space around.
  var trimmed: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isWhiteSpace }),
      let last = lastIndex(where: { !$0.isWhiteSpace })
    else { return [] }
    return self[first...last]
  }

  /// The length of the longest run of a byte.
  func longestRun(of byte: UInt8) -> Int {
    var longest = 0
    var run = 0
    for next in self {
      run = next == byte ? run + 1 : 0
      longest = Swift.max(longest, run)
    }
    return longest
  }

  /// Its lines, each after a prefix; a prefix's space at the end of an otherwise empty line is left
  /// out.
  func indented(first: String, rest: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(count + count / 8)
    for (number, line) in split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if number > 0 { output.append(0x0A) }
      output.append(number == 0 ? first : rest)
      output.append(contentsOf: line)
      if line.isEmpty { while output.last == 0x20 { output.removeLast() } }
    }
    return output
  }
}
