internal import Findings
internal import Syntax
internal import Yams

/// A mapping of a YAML file, read strictly: each value must be what is expected, and no key may be
/// left that nobody knows.
struct YAMLSection {
  private let file: String
  private let path: String
  private let mapping: Node.Mapping

  /// Reads a file's outermost mapping; nil if there is nothing in the file.
  init?(parsing text: String, file: String) throws(Problem) {
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw Self.problem(error, in: file)
    }
    guard let node, node.null == nil else { return nil }
    guard let mapping = node.mapping else {
      throw Problem(file: file, place: "line 1", problem: "expected keys and values")
    }
    self.init(file: file, path: "", mapping: mapping)
  }

  private init(file: String, path: String, mapping: Node.Mapping) {
    self.file = file
    self.path = path
    self.mapping = mapping
  }

  /// Throws if there is a key that nobody knows.
  func allow(_ known: [String]) throws(Problem) {
    for (key, _) in mapping {
      let name = key.string ?? ""
      if known.contains(name) { continue }
      let nearest = NearestName.suggestion(for: name, among: known)
      throw problem(
        at: key,
        "\"\(path)\(name)\" is not a key of the configuration",
        hint: nearest.map { "did you mean \"\(path)\($0)\"?" }
          ?? "known here: \(known.joined(separator: ", "))"
      )
    }
  }

  /// The mapping under a key; nil if there is none.
  func section(_ key: String) throws(Problem) -> YAMLSection? {
    guard let node = value(key) else { return nil }
    guard let mapping = node.mapping else {
      throw problem(at: node, "\"\(path)\(key)\" must hold keys and values")
    }
    return YAMLSection(file: file, path: "\(path)\(key).", mapping: mapping)
  }

  /// The mappings in the list under a key; none if there is no such key.
  func sections(_ key: String) throws(Problem) -> [YAMLSection] {
    guard let node = value(key) else { return [] }
    guard let sequence = node.sequence else {
      throw problem(at: node, "\"\(path)\(key)\" must be a list")
    }
    var sections: [YAMLSection] = []
    for (index, element) in sequence.enumerated() {
      guard let mapping = element.mapping else {
        throw problem(at: element, "\"\(path)\(key)[\(index)]\" must hold keys and values")
      }
      sections.append(YAMLSection(file: file, path: "\(path)\(key)[\(index)].", mapping: mapping))
    }
    return sections
  }

  /// The names of its keys, in their order.
  var keys: [String] { mapping.compactMap { $0.key.string } }

  /// Whether keys and values stand under a key.
  func isSection(_ key: String) -> Bool { value(key)?.mapping != nil }

  /// The text under a key; nil if there is none.
  func string(_ key: String) throws(Problem) -> String? {
    guard let node = value(key) else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw problem(at: node, "\"\(path)\(key)\" must be a text")
    }
    return text
  }

  /// The texts under a key, one or a list of them; none if there is no such key.
  func strings(_ key: String) throws(Problem) -> [String] {
    guard let node = value(key) else { return [] }
    guard let sequence = node.sequence else { return try string(key).map { [$0] } ?? [] }
    var texts: [String] = []
    for element in sequence {
      guard let text = element.scalar?.string else {
        throw problem(at: element, "\"\(path)\(key)\" must be a list of texts")
      }
      texts.append(text)
    }
    return texts
  }

  /// The texts under a key by their names; none if there is no such key.
  func table(_ key: String) throws(Problem) -> [String: String] {
    guard let section = try section(key) else { return [:] }
    var table: [String: String] = [:]
    for (key, value) in section.mapping {
      guard let name = key.string, let text = value.scalar?.string else {
        throw problem(at: value, "\"\(section.path)\(key.string ?? "")\" must be a text")
      }
      table[name] = text
    }
    return table
  }

  /// The whole number under a key, which must lie in a range; nil if there is none.
  func number(_ key: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let node = value(key) else { return nil }
    guard let number = node.int, range.contains(number) else {
      throw problem(
        at: node,
        "\"\(path)\(key)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)"
      )
    }
    return number
  }

  /// Yes or no under a key; nil if there is neither.
  func flag(_ key: String) throws(Problem) -> Bool? {
    guard let node = value(key) else { return nil }
    guard let flag = node.bool else {
      throw problem(at: node, "\"\(path)\(key)\" must be true or false")
    }
    return flag
  }

  /// One of a few words under a key; nil if there is none.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String,
    of _: Word.Type = Word.self
  ) throws(Problem) -> Word? {
    guard let text = try string(key) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(key, "\"\(text)\" is not one of \(words)")
    }
    return word
  }

  /// A problem with the value under a key.
  func problem(_ key: String, _ sentence: String, hint: String? = nil) -> Problem {
    problem(at: value(key), "\(path)\(key): \(sentence)", hint: hint)
  }

  /// A problem with a key that is not there, at the line where the section begins.
  func missing(_ key: String, hint: String? = nil) -> Problem {
    let place = mapping.mark.map { "line \($0.line)" } ?? ""
    return Problem(file: file, place: place, problem: "\"\(path)\(key)\" is missing", hint: hint)
  }

  private func value(_ key: String) -> Node? {
    guard let node = mapping[Node(key)], node.null == nil else { return nil }
    return node
  }

  private func problem(at node: Node?, _ sentence: String, hint: String? = nil) -> Problem {
    let place = node?.mark.map { "line \($0.line)" } ?? ""
    return Problem(file: file, place: place, problem: sentence, hint: hint)
  }

  private static func problem(_ error: any Error, in file: String) -> Problem {
    switch error as? YamlError {
    case .scanner(_, let sentence, let mark, _), .parser(_, let sentence, let mark, _),
      .composer(_, let sentence, let mark, _):
      Problem(file: file, place: "line \(mark.line)", problem: "not YAML: \(sentence)")
    case .reader(let sentence, let offset, _, let text):
      Problem(file: file, place: line(of: offset, in: text), problem: "not YAML: \(sentence)")
    case .duplicatedKeysInMapping(let keys, let context):
      Problem(
        file: file,
        place: "line \(context.mark.line)",
        problem: "a key stands there twice: \(keys.sorted().joined(separator: ", "))"
      )
    default: Problem(file: file, problem: "not YAML: \(error)")
    }
  }

  /// The line that a character lies in.
  private static func line(of offset: Int?, in text: String) -> String {
    guard let offset else { return "" }
    return "line \(1 + text.unicodeScalars.prefix(offset).count { $0 == "\n" })"
  }
}
