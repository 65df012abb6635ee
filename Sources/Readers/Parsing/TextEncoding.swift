/// The encodings reports come in: UTF-8, and UTF-16 as some shells redirect output.
enum TextEncoding {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  /// Told by the byte order mark, or by a first character of JSON or XML with a zero beside it.
  init(of bytes: [UInt8]) {
    let openers = Array("{[<".utf8)
    switch (bytes.first, bytes.dropFirst().first) {
    case (0xFF, 0xFE): self = .utf16LittleEndian
    case (0xFE, 0xFF): self = .utf16BigEndian
    case (let first?, 0) where openers.contains(first): self = .utf16LittleEndian
    case (0, let second?) where openers.contains(second): self = .utf16BigEndian
    default: self = .utf8
    }
  }

  /// The text as UTF-8 without a byte order mark; UTF-8 itself is returned as it is.
  func utf8(_ bytes: [UInt8]) throws(ReadError) -> [UInt8] {
    if self == .utf8 { return bytes }
    let isLittle = self == .utf16LittleEndian
    guard bytes.count.isMultiple(of: 2) else {
      throw ReadError(problem: "the text is UTF-16 and ends in the middle of a character")
    }
    let marked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let units = stride(from: marked ? 2 : 0, to: bytes.count, by: 2).lazy.map { index in
      isLittle
        ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
        : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw ReadError(problem: "the text is not valid UTF-16")
    }
    return Array(text.utf8)
  }
}
