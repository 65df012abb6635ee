/// Finds what looks secret in text, by its form alone.
enum SecretShapes {
  /// The ranges of bytes to mask, in order and apart from each other.
  static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var run = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      if ByteClass.isToken(byte) {
        index += 1
        continue
      }
      if isWorthALook(run..<index, text) { token(run..<index, text, &ranges) }
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "="),
        let value = byte == UInt8(ascii: ":") && Authority.follows(index, in: text)
          ? Authority.userInfo(behind: index, in: text)
          : Assignment.value(behind: index, in: text)
      {
        append(value, &ranges)
        index = max(index + 1, value.upperBound)
        run = index
        continue
      }
      index += 1
      run = index
    }
    if isWorthALook(run..<index, text) { token(run..<index, text, &ranges) }
    return ranges
  }

  /// Whether a run is as long as a token, or as the dashes before a key and their first word.
  private static func isWorthALook(_ run: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    run.count >= 16 || run.count >= 10 && text[run.lowerBound] == UInt8(ascii: "-")
  }

  /// Adds what of a run of token characters is a secret.
  private static func token(
    _ run: Range<Int>,
    _ text: UnsafeBufferPointer<UInt8>,
    _ ranges: inout [Range<Int>]
  ) {
    let bytes = UnsafeBufferPointer(rebasing: text[run])
    if let start = TokenPrefix.start(in: bytes) {
      append(run.lowerBound + start..<run.upperBound, &ranges)
    } else if PrivateKey.begins(run, in: text) {
      append(PrivateKey.range(from: run, in: text), &ranges)
    } else if Randomness.isLikely(bytes) {
      append(run, &ranges)
    }
  }

  private static func append(_ range: Range<Int>, _ ranges: inout [Range<Int>]) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, range.lowerBound < last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }
}

/// The classes of bytes that make up tokens.
enum ByteClass {
  /// Letters, digits and `-_+/.~%`: what tokens are made of, and paths, and words.
  static func isToken(_ byte: UInt8) -> Bool {
    // Nearly all bytes are lower-case letters; of the others each has its bit.
    if isLower(byte) { return true }
    let bits: UInt64 = byte < 64 ? 0x03FF_E820_0000_0000 : 0x4000_0000_87FF_FFFE
    return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
  }

  static func isUpper(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }
  static func isLower(_ byte: UInt8) -> Bool { byte >= 97 && byte <= 122 }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// The byte in lower case, if it is an ASCII letter.
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
