extension JSONText {
  /// The text with integers of more than 64 bits, such as an RSA key's modulus, as strings; nil if
  /// there are none.
  ///
  /// The engine knows no such numbers and refuses the whole document for one of them.
  static func quotingLongIntegers(in bytes: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = []
    var copied = 0
    var index = 0
    var isInString = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isInString = false }
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
        index += 1
      } else if isPartOfNumber(byte) {
        let end = bytes[index...].firstIndex { !isPartOfNumber($0) } ?? bytes.count
        if isLongInteger(bytes[index..<end]) {
          output += bytes[copied..<index]
          output += [UInt8(ascii: "\"")] + bytes[index..<end] + [UInt8(ascii: "\"")]
          copied = end
        }
        index = end
      } else {
        index += 1
      }
    }
    return copied == 0 ? nil : output + bytes[copied...]
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-+.eE".utf8.contains(byte)
  }

  private static func isLongInteger(_ token: ArraySlice<UInt8>) -> Bool {
    let digits = token.first == UInt8(ascii: "-") ? token.dropFirst() : token
    guard digits.count > 18, digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return false }
    let text = String(decoding: token, as: UTF8.self)
    return UInt64(text) == nil && Int64(text) == nil
  }
}
