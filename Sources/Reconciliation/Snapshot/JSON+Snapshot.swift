internal import Findings
internal import Syntax

// What snapshots ask of JSON beyond what reports do.
extension JSON {
  /// The whole number under a key; throws if it is missing or something else.
  func requiredInt(_ key: StaticString) throws(SyntaxError) -> Int {
    guard let int = try optionalInt(key) else { throw missing(key) }
    return int
  }

  /// Throws if the format's version is one that only a later Vigil knows.
  func requireFormat(upTo known: Int) throws(SyntaxError) {
    let format = try requiredInt("format")
    guard (1...known).contains(format) else {
      throw self["format"].error("is \(format); this version of Vigil reads 1 to \(known)")
    }
  }

  /// The strings under a key, none if it is missing; throws if there is anything else.
  func optionalStrings(_ key: StaticString) throws(SyntaxError) -> [String] {
    var strings: [String] = []
    for element in try optionalArray(key).elements {
      guard let string = element.string else { throw element.error("expected a string") }
      strings.append(string)
    }
    return strings
  }

  /// The case that the word under a key names; throws if it is missing or names none.
  func requiredWord<Word: RawRepresentable<String>>(
    _ key: StaticString
  ) throws(SyntaxError) -> Word {
    guard let word: Word = try optionalWord(key) else { throw missing(key) }
    return word
  }

  /// The case that the word under a key names, nil if it is missing; throws if it names none.
  func optionalWord<Word: RawRepresentable<String>>(
    _ key: StaticString
  ) throws(SyntaxError) -> Word? {
    guard let text = try optionalString(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      throw self[key].error("\"\(text)\" is not known here")
    }
    return word
  }

  /// The number under a key, which must count something there is.
  func index(_ key: StaticString, below count: Int) throws(SyntaxError) -> Int {
    let index = try requiredInt(key)
    guard (0..<count).contains(index) else {
      throw self[key].error("refers to number \(index), of which no line was read")
    }
    return index
  }

  /// The element that the number under a key refers to.
  func choice<Element>(
    _ key: StaticString,
    among elements: [Element]
  ) throws(SyntaxError) -> Element {
    elements[try index(key, below: elements.count)]
  }

  /// The counts under a key; a severity that is left out has none.
  func severityCounts(_ key: StaticString) throws(SyntaxError) -> SeverityCounts {
    var counts = SeverityCounts()
    for (name, value) in try requiredObject(key).members {
      guard let severity = Severity(rawValue: name) else { continue }
      guard let count = value.int else { throw value.error("expected a number") }
      counts[severity] = count
    }
    return counts
  }

  private func missing(_ key: StaticString) -> SyntaxError {
    error("has no \(key)")
  }
}
