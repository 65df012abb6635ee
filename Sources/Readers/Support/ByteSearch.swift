extension String {
  /// Whether the text holds these bytes; characters are not considered, which is many times faster.
  func holds(_ bytes: StaticString) -> Bool { offset(of: bytes) != nil }

  /// The text up to the end of its first sentence.
  var firstSentence: String {
    guard let end = offset(of: ". ") else { return self }
    return String(utf8.prefix(end)) ?? self
  }

  /// The offset of the first occurrence of these bytes.
  private func offset(of bytes: StaticString) -> Int? {
    var text = self
    return text.withUTF8 { text in
      let wanted = UnsafeBufferPointer(start: bytes.utf8Start, count: bytes.utf8CodeUnitCount)
      guard let first = wanted.first, text.count >= wanted.count else { return nil }
      for index in 0...(text.count - wanted.count) where text[index] == first {
        if text[index...].starts(with: wanted) { return index }
      }
      return nil
    }
  }
}
