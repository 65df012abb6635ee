extension String {
  /// Whether the text holds these bytes; characters are not considered, which is many times faster.
  func holds(_ bytes: StaticString) -> Bool { range(of: bytes) != nil }

  /// Where these bytes stand first.
  func range(of bytes: StaticString) -> Range<String.Index>? {
    guard let offset = offset(of: bytes) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: bytes.utf8CodeUnitCount)
  }

  /// The text with other bytes for these, wherever they stand.
  func exchanging(_ bytes: StaticString, for other: StaticString) -> String {
    guard var position = offset(of: bytes) else { return self }
    let text = Array(utf8)
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var start = 0
    while true {
      output += text[start..<position]
      output += UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
      start = position + bytes.utf8CodeUnitCount
      guard let next = offset(of: bytes, from: start) else { break }
      position = next
    }
    output += text[start...]
    return String(decoding: output, as: UTF8.self)
  }

  /// The text up to the end of its first sentence.
  var firstSentence: String {
    guard let end = range(of: ". ")?.lowerBound else { return self }
    return String(self[..<end])
  }

  /// The offset of the first occurrence of these bytes, from an offset on.
  private func offset(of bytes: StaticString, from start: Int = 0) -> Int? {
    var text = self
    return text.withUTF8 { text in
      let wanted = UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount)
      guard let first = wanted.first, text.count >= start + wanted.count else { return nil }
      for index in start...(text.count - wanted.count) where text[index] == first {
        if text[index...].starts(with: wanted) { return index }
      }
      return nil
    }
  }
}
