/// What text seems to be, told by how it begins.
enum ContentKind {
  case empty
  case json
  /// JSON values that follow one another.
  case jsonSequence
  /// A script that assigns one JSON value to a name; the offset where the value begins.
  case assignment(Int)
  case xml
  case csv
  case text

  init(of bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].firstIndex(where: { !Self.isSpace($0) }) else {
      self = .empty
      return
    }
    let body = bytes[first...]
    switch bytes[first] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      self = Self.isSequence(body) ? .jsonSequence : .json
    case UInt8(ascii: "n") where Self.isNull(body): self = .json
    case UInt8(ascii: "<"): self = Self.isPage(body) ? .text : .xml
    default:
      if let start = Self.assigned(in: body) {
        self = .assignment(start)
      } else {
        self = Self.isHeader(body.prefix { $0 != UInt8(ascii: "\n") }) ? .csv : .text
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isNull(_ body: ArraySlice<UInt8>) -> Bool {
    body.starts(with: Array("null".utf8)) && body.dropFirst(4).allSatisfy(isSpace)
  }

  /// Whether the first line ends a value and the next begins one: inside a single document a comma
  /// or a closing bracket would stand between them.
  private static func isSequence(_ body: ArraySlice<UInt8>) -> Bool {
    // A first line longer than that is found out by parsing, which takes longer but is as sure.
    guard let newline = body.prefix(100_000).firstIndex(of: UInt8(ascii: "\n")),
      let last = body[..<newline].last(where: { !isSpace($0) }),
      last == UInt8(ascii: "}") || last == UInt8(ascii: "]"),
      let next = body[newline...].first(where: { !isSpace($0) })
    else { return false }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
  }

  /// The offset of the bracket behind `name =`, if that is how a script begins.
  private static func assigned(in body: ArraySlice<UInt8>) -> Int? {
    let rest = body.drop { ByteClass.isWord($0) }.drop(while: isSpace)
    guard rest.startIndex > body.startIndex, rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop(while: isSpace)
    let opens = value.first == UInt8(ascii: "{") || value.first == UInt8(ascii: "[")
    return opens ? value.startIndex : nil
  }

  /// Whether it is a web page, which is not XML.
  private static func isPage(_ body: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: body.prefix(15), as: UTF8.self).lowercased()
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
  }

  /// Whether a line is at least three column names between commas, semicolons or tabs.
  private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let columns = line.split(separator: delimiter, omittingEmptySubsequences: false)
      if columns.count >= 3, columns.allSatisfy(isColumnName) { return true }
    }
    return false
  }

  private static func isColumnName(_ column: ArraySlice<UInt8>) -> Bool {
    column.count <= 80 && !column.contains { $0 < 0x20 && $0 != UInt8(ascii: "\r") }
  }
}
