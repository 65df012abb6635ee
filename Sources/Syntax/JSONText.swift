/// JSON as text: where its values lie and where it goes wrong.
///
/// It walks without recursion, so no depth of nesting harms it. The engine is many times faster and
/// says less: this is for messages, and for values that follow one another.
public enum JSONText {
  /// The ranges of the values that follow one another, with white space or nothing between them.
  ///
  /// Throws at the first mistake, with its line and column.
  public static func values(in bytes: [UInt8]) throws(SyntaxError) -> [Range<Int>] {
    var scanner = JSONScanner(bytes: bytes)
    var ranges: [Range<Int>] = []
    scanner.skipMark()
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let start = scanner.position
      try scanner.skipValue()
      ranges.append(start..<scanner.position)
      scanner.skipSpace()
    }
    return ranges
  }

  /// The values at these ranges as one array, so that they are parsed at once.
  public static func array(of ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(ranges.reduce(2) { $0 + $1.count + 1 } + 64)
    joined.append(UInt8(ascii: "["))
    for (index, range) in ranges.enumerated() {
      if index > 0 { joined.append(UInt8(ascii: ",")) }
      joined.append(contentsOf: bytes[range])
    }
    joined.append(UInt8(ascii: "]"))
    return joined
  }

  /// The first mistake; nil when the text is one value, sound in its form.
  static func fault(in bytes: [UInt8]) -> SyntaxError? {
    var scanner = JSONScanner(bytes: bytes)
    scanner.skipMark()
    scanner.skipSpace()
    if scanner.isAtEnd { return nil }
    do {
      try scanner.skipValue()
    } catch {
      return error
    }
    scanner.skipSpace()
    return scanner.isAtEnd ? nil : scanner.error("more text follows the end of the value")
  }

  /// The offset of the first byte that is not UTF-8; nil when all are.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// The line and column of a byte, both counted from 1.
  static func place(of offset: Int, in bytes: [UInt8]) -> String {
    var line = 1
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      start = index + 1
    }
    return "line \(line), column \(offset - start + 1)"
  }
}
