internal import CSimdJSON

/// One value of a JSON document, or the place where there is none.
///
/// The cursor is tolerant: a missing member, an index past the end or a member of something that is
/// not an object is `missing`, which has no string, no number and no elements. What a reader cannot
/// do without it asks for with the throwing methods, whose errors know the place.
public struct JSON {
  /// What a value is.
  public enum Kind: String {
    case object
    case array
    case string
    case number
    case bool
    case null
    case missing
  }

  let document: JSONDocument
  /// The value's word on the tape; 0, the tape's own root, stands for a missing value.
  let index: Int

  /// What the value is.
  public var kind: Kind {
    guard index != 0 else { return .missing }
    return switch vsj_type(document.tape, index) {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "l"), UInt8(ascii: "u"), UInt8(ascii: "d"): .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    default: .null
    }
  }

  /// The member with this key; the first, should there be several.
  public subscript(_ key: StaticString) -> JSON {
    guard has(type: UInt8(ascii: "{")) else { return absent }
    let found = vsj_member(
      document.tape,
      document.strings,
      index,
      key.utf8Start,
      key.utf8CodeUnitCount
    )
    return JSON(document: document, index: found)
  }

  /// The member with a key that is known only at run time.
  public subscript(member key: String) -> JSON {
    guard has(type: UInt8(ascii: "{")) else { return absent }
    var key = key
    let found = key.withUTF8 { text -> Int in
      // An empty string may have no address; any will do for comparing no bytes.
      guard let start = text.baseAddress else {
        return vsj_member(document.tape, document.strings, index, document.strings, 0)
      }
      return vsj_member(document.tape, document.strings, index, start, text.count)
    }
    return JSON(document: document, index: found)
  }

  /// The element at an index.
  public subscript(_ position: Int) -> JSON {
    for (offset, element) in elements.enumerated() where offset == position { return element }
    return absent
  }

  /// Whether there is a value here that is not `null`.
  public var exists: Bool { index != 0 && !has(type: UInt8(ascii: "n")) }

  /// Whether the value is an object.
  public var isObject: Bool { has(type: UInt8(ascii: "{")) }

  /// Whether the value is an array.
  public var isArray: Bool { has(type: UInt8(ascii: "[")) }

  private var absent: JSON { JSON(document: document, index: 0) }

  func has(type: UInt8) -> Bool { index != 0 && vsj_type(document.tape, index) == type }
}

extension JSON {
  /// The text, if the value is a string.
  public var string: String? {
    withUTF8 { String(decoding: $0, as: UTF8.self) }
  }

  /// The text, if the value is a string that is not empty.
  public var nonEmpty: String? {
    guard let string, !string.isEmpty else { return nil }
    return string
  }

  /// Calls with the string's UTF-8 bytes, valid only inside; nil if the value is not a string.
  public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard has(type: UInt8(ascii: "\"")) else { return nil }
    var length = 0
    let start = vsj_string(document.tape, document.strings, index, &length)
    return body(UnsafeBufferPointer(start: start, count: length))
  }

  /// Whether the value is just this string.
  public func equals(_ text: StaticString) -> Bool {
    withUTF8 { bytes in
      bytes.elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      )
    } ?? false
  }

  /// A string as it is, a number or a truth value as JSON writes it; scanners mix them.
  public var text: String? {
    switch kind {
    case .string: string
    case .number: int.map(String.init) ?? double.map { "\($0)" }
    case .bool: bool == true ? "true" : "false"
    default: nil
    }
  }

  /// The whole number, if the value is one or is a string that spells one.
  public var int: Int? {
    guard index != 0 else { return nil }
    switch vsj_type(document.tape, index) {
    case UInt8(ascii: "l"): return Int(truncatingIfNeeded: document.tape[index + 1])
    case UInt8(ascii: "u"): return Int(exactly: document.tape[index + 1])
    case UInt8(ascii: "d"): return Int(exactly: Double(bitPattern: document.tape[index + 1]))
    case UInt8(ascii: "\""): return string.flatMap { Int($0) }
    default: return nil
    }
  }

  /// The number, if the value is one or is a string that spells one.
  public var double: Double? {
    guard index != 0 else { return nil }
    switch vsj_type(document.tape, index) {
    case UInt8(ascii: "l"): return Double(Int64(bitPattern: document.tape[index + 1]))
    case UInt8(ascii: "u"): return Double(document.tape[index + 1])
    case UInt8(ascii: "d"): return Double(bitPattern: document.tape[index + 1])
    case UInt8(ascii: "\""): return string.flatMap { Double($0) }
    default: return nil
    }
  }

  /// The truth value, if the value is one.
  public var bool: Bool? {
    guard index != 0 else { return nil }
    switch vsj_type(document.tape, index) {
    case UInt8(ascii: "t"): return true
    case UInt8(ascii: "f"): return false
    default: return nil
    }
  }
}
