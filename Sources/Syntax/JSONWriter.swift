/// Writes compact JSON (RFC 8259) into bytes, value after value.
///
/// It sets the commas; that a key stands before each member's value, and that everything opened is
/// closed, is the caller's part. A value never holds the end of a line: U+2028 and U+2029, which
/// JavaScript takes for one, are escaped as control characters are.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma belongs before the next value or key.
  private var follows = false

  /// A writer with nothing written yet, and room for so many bytes.
  public init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes a member's key that is known at compile time and has nothing in it to escape.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    )
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    follows = false
  }

  /// Writes a member's key that is known only at run time.
  public mutating func key(text name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    follows = false
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    follows = true
  }

  /// Writes a whole number.
  public mutating func int(_ number: Int) {
    separate()
    append(digitsOf: number)
    follows = true
  }

  /// Writes a number; one that JSON has no word for (not a number, infinite) as `null`.
  public mutating func double(_ number: Double) {
    guard number.isFinite else { return null() }
    raw(number.description)
  }

  /// Writes a truth value.
  public mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a value that is JSON already.
  public mutating func json(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value)
    follows = true
  }

  /// Ends a line of NDJSON: a line feed, and the next value stands alone.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    follows = false
  }

  /// Gives away what was written so far, without copying it, to go on in the same document with
  /// room for so many bytes.
  public mutating func drain(reserving capacity: Int = 0) -> [UInt8] {
    let drained = bytes
    bytes = []
    bytes.reserveCapacity(capacity)
    return drained
  }

  /// Gives the bytes away and begins anew, without copying them.
  public mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    follows = false
    return taken
  }
}

// A member in one call; one that is nil is left out.
extension JSONWriter {
  /// Writes a member that is a string, unless it is nil.
  public mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a member that is a whole number, unless it is nil.
  public mutating func field(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    int(value)
  }

  /// Writes a member that is a number, unless it is nil.
  public mutating func field(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    key(name)
    double(value)
  }

  /// Writes a member that is a truth value, unless it is nil.
  public mutating func field(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    key(name)
    bool(value)
  }

  /// Writes a member that is an array of strings, unless it is empty.
  public mutating func field(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }
}

extension JSONWriter {
  private mutating func separate() {
    if follows { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    follows = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    follows = true
  }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    follows = true
  }

  private mutating func append(digitsOf number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in escape(utf8) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends runs of plain bytes whole, and what must be escaped one by one.
  ///
  /// Beyond what JSON asks for, what does something to a terminal or a page unseen is escaped: the
  /// controls U+007F to U+009F, line separators, and what changes the direction of writing.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Plain, and by far the most frequent: no control, no quote, no backslash, not the first
      // byte of what is escaped beyond ASCII.
      if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
        index += 1
        continue
      }
      let (code, length) = Self.unseen(at: index, in: text)
      if byte >= 0x7F, length == 0 {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      if length > 0 {
        append(code: code)
        index += length
      } else {
        append(escaped: byte)
        index += 1
      }
      start = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// The code and the length of a character above 0x7E at an index that is not to be seen as it is;
  /// length 0 if there is none.
  private static func unseen(
    at index: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> (code: UInt16, length: Int) {
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (text[index], second, third) {
    case (0x7F, _, _): return (0x7F, 1)
    case (0xC2, 0x80...0x9F, _): return (UInt16(second), 2)
    case (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA6...0xA9):
      return (0x2000 + UInt16(second & 0x3F) << 6 + UInt16(third & 0x3F), 3)
    default: return (0, 0)
    }
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x08: bytes.append(contentsOf: "\\b".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0C: bytes.append(contentsOf: "\\f".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    default: append(code: UInt16(byte))
    }
  }

  private mutating func append(code: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: "\\u".utf8)
    for shift: UInt16 in [12, 8, 4, 0] { bytes.append(digits[Int(code >> shift & 0xF)]) }
  }
}
