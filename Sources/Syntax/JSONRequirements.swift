internal import CSimdJSON

// What a reader cannot do without, and what it must find in the right type if it is there at all.
extension JSON {
  /// The string under a key; throws if it is missing or something else.
  public func requiredString(_ key: StaticString) throws(SyntaxError) -> String {
    let value = self[key]
    guard let string = value.string else { throw mismatch(key, value, wanted: "a string") }
    return string
  }

  /// The string under a key, nil if it is missing or `null`; throws if it is something else.
  public func optionalString(_ key: StaticString) throws(SyntaxError) -> String? {
    let value = self[key]
    guard value.exists else { return nil }
    guard let string = value.string else { throw mismatch(key, value, wanted: "a string") }
    return string
  }

  /// The whole number under a key, nil if it is missing or `null`; throws if it is something else.
  public func optionalInt(_ key: StaticString) throws(SyntaxError) -> Int? {
    let value = self[key]
    guard value.exists else { return nil }
    guard let int = value.int else { throw mismatch(key, value, wanted: "a number") }
    return int
  }

  /// The array under a key; throws if it is missing or something else.
  public func requiredArray(_ key: StaticString) throws(SyntaxError) -> JSON {
    let value = self[key]
    guard value.isArray else { throw mismatch(key, value, wanted: "an array") }
    return value
  }

  /// The array under a key, `missing` if it is missing or `null`; throws if it is something else.
  public func optionalArray(_ key: StaticString) throws(SyntaxError) -> JSON {
    let value = self[key]
    guard !value.exists || value.isArray else { throw mismatch(key, value, wanted: "an array") }
    return value
  }

  /// The object under a key; throws if it is missing or something else.
  public func requiredObject(_ key: StaticString) throws(SyntaxError) -> JSON {
    let value = self[key]
    guard value.isObject else { throw mismatch(key, value, wanted: "an object") }
    return value
  }

  /// The object under a key, `missing` if it is missing or `null`; throws if it is something else.
  public func optionalObject(_ key: StaticString) throws(SyntaxError) -> JSON {
    let value = self[key]
    guard !value.exists || value.isObject else { throw mismatch(key, value, wanted: "an object") }
    return value
  }

  /// This value, which must be an array.
  public func asArray() throws(SyntaxError) -> JSON {
    guard isArray else { throw error(unexpected("an array")) }
    return self
  }

  /// This value, which must be an object.
  public func asObject() throws(SyntaxError) -> JSON {
    guard isObject else { throw error(unexpected("an object")) }
    return self
  }

  /// An error at this value's place.
  public func error(_ problem: String) -> SyntaxError {
    SyntaxError(place: placeOfError, problem: problem)
  }

  private func mismatch(_ key: StaticString, _ value: JSON, wanted: String) -> SyntaxError {
    let outer = placeOfError
    let place = outer.isEmpty || outer == "top level" ? "\(key)" : "\(outer).\(key)"
    return SyntaxError(place: place, problem: value.unexpected(wanted))
  }

  /// The place, unless so many errors were located that nobody names this one: of 50,000 broken
  /// entries in one list, each would be looked for from the start.
  private var placeOfError: String { document.locatesError() ? place : "" }

  private func unexpected(_ wanted: String) -> String {
    switch kind {
    case .missing: "expected \(wanted), found nothing"
    case .null: "expected \(wanted), found null"
    case .bool: "expected \(wanted), found true or false"
    case .array: "expected \(wanted), found an array"
    case .object: "expected \(wanted), found an object"
    case .string: "expected \(wanted), found a string"
    case .number: "expected \(wanted), found a number"
    }
  }
}

extension JSON {
  /// The path from the root to this value, such as `runs[0].results[3]`.
  ///
  /// It is searched for on the tape, container by container: cheap for one message, not for each
  /// of many values.
  public var place: String {
    guard index > 1 else { return "top level" }
    let tape = document.tape
    var path = ""
    var container = 1
    while container != index {
      let isArray = vsj_type(tape, container) == UInt8(ascii: "[")
      let end = vsj_after(tape, container) - 1
      var cursor = container + 1
      var position = 0
      var found = false
      while cursor < end, !found {
        let value = isArray ? cursor : cursor + 1
        let after = vsj_after(tape, value)
        if index < after {
          let key = isArray ? nil : JSON(document: document, index: cursor).string
          path += key.map { path.isEmpty ? $0 : ".\($0)" } ?? "[\(position)]"
          container = value
          found = true
        }
        cursor = after
        position += 1
      }
      guard found else { return path.isEmpty ? "top level" : path }
    }
    return path
  }
}
