/// Walks over JSON text (RFC 8259), keeping its own stack of open brackets.
struct JSONScanner {
  let bytes: [UInt8]
  private(set) var position = 0
  /// The offsets of the brackets that are open.
  private var open: [Int] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// The byte here; 0, which is never part of JSON, at the end.
  private var current: UInt8 { isAtEnd ? 0 : bytes[position] }

  mutating func skipMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func skipSpace() {
    while !isAtEnd {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Walks over one value, whatever its depth.
  mutating func skipValue() throws(SyntaxError) {
    open.removeAll(keepingCapacity: true)
    repeat {
      if try !enter() {
        while !open.isEmpty, try !advance() {}
      }
    } while !open.isEmpty
  }

  /// Steps over a scalar or an empty container, or into one that is not; true if stepped into.
  private mutating func enter() throws(SyntaxError) -> Bool {
    skipSpace()
    switch current {
    case UInt8(ascii: "{"):
      open.append(position)
      position += 1
      skipSpace()
      if current == UInt8(ascii: "}") { return leave() }
      try skipKey()
      return true
    case UInt8(ascii: "["):
      open.append(position)
      position += 1
      skipSpace()
      return current == UInt8(ascii: "]") ? leave() : true
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    default: try skipNumber()
    }
    return false
  }

  private mutating func leave() -> Bool {
    position += 1
    open.removeLast()
    return false
  }

  /// After a value: to the next one in the same container (true), or out of it (false).
  private mutating func advance() throws(SyntaxError) -> Bool {
    guard let start = open.last else { return true }
    skipSpace()
    let isObject = bytes[start] == UInt8(ascii: "{")
    switch current {
    case UInt8(ascii: ","):
      position += 1
      if isObject {
        skipSpace()
        try skipKey()
      }
      return true
    case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: return leave()
    default: throw error(isObject ? "expected `,` or `}`" : "expected `,` or `]`")
    }
  }

  private mutating func skipKey() throws(SyntaxError) {
    guard current == UInt8(ascii: "\"") else { throw error("expected a key in quotation marks") }
    try skipString()
    skipSpace()
    guard current == UInt8(ascii: ":") else { throw error("expected `:` after a key") }
    position += 1
  }

  private mutating func skipString() throws(SyntaxError) {
    position += 1
    while !isAtEnd {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      case 0..<0x20: throw error("a control character inside a string")
      default: position += 1
      }
    }
    throw error("the file ends inside a string")
  }

  private mutating func skip(_ word: StaticString) throws(SyntaxError) {
    let end = position + word.utf8CodeUnitCount
    let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[position..<end].elementsEqual(expected) else {
      throw error("expected a value")
    }
    position = end
  }

  private mutating func skipNumber() throws(SyntaxError) {
    let start = position
    while !isAtEnd {
      switch bytes[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
        UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
        position += 1
      default:
        if position == start { throw error("expected a value") }
        return
      }
    }
    if position == start { throw error("expected a value") }
  }

  /// An error here; at the end of the text it says what was still open.
  func error(_ problem: String) -> SyntaxError {
    guard isAtEnd else {
      return SyntaxError(
        place: JSONText.place(of: position, in: bytes),
        problem: "not valid JSON: \(problem)"
      )
    }
    let opened = open.last.map { start in
      let kind = bytes[start] == UInt8(ascii: "{") ? "an object" : "an array"
      return " inside \(kind) that begins at \(JSONText.place(of: start, in: bytes))"
    }
    return SyntaxError(
      place: JSONText.place(of: bytes.count, in: bytes),
      problem: "the JSON is cut off: it ends\(opened ?? " early")"
    )
  }
}
