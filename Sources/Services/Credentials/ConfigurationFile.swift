internal import Findings

/// A file of sections with settings, as AWS's tools write and read it.
///
/// A problem names the line and never shows it: it may hold a secret.
struct ConfigurationFile: Sendable {
  /// The settings of each section, their names in lower case.
  private(set) var sections: [String: [String: String]] = [:]
  private let path: String
  private var section: String?
  /// How far the last setting is indented; what stands further in belongs to it.
  private var indentation: Int?

  /// Reads a file's bytes.
  init(_ bytes: [UInt8], path: String) throws(Problem) {
    self.path = path
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Problem(file: path, problem: "the text is not UTF-8")
    }
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let mark = index == 0 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      try read(Substring(line.dropFirst(mark)), place: "line \(index + 1)")
    }
  }

  private mutating func read(_ line: Substring, place: String) throws(Problem) {
    let content = line.trimmed
    switch content.utf8.first {
    case nil, UInt8(ascii: "#"), UInt8(ascii: ";"): return
    case UInt8(ascii: "["): try open(content, place)
    default:
      try set(content, indentation: line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count, place)
    }
  }

  private mutating func open(_ content: String, _ place: String) throws(Problem) {
    guard let end = content.utf8.firstIndex(of: UInt8(ascii: "]")) else {
      throw Problem(file: path, place: place, problem: "expected `]` after the section's name")
    }
    let name = content[..<end].dropFirst().trimmed
    sections[name, default: [:]].merge([:]) { $1 }
    section = name
    indentation = nil
  }

  private mutating func set(
    _ content: String,
    indentation own: Int,
    _ place: String
  ) throws(Problem) {
    if let indentation, own > indentation { return }
    guard let section else {
      throw Problem(file: path, place: place, problem: "expected a section such as `[default]`")
    }
    guard let sign = content.utf8.firstIndex(of: UInt8(ascii: "=")), sign > content.startIndex
    else { throw Problem(file: path, place: place, problem: "expected `name = value`") }
    indentation = own
    let name = content[..<sign].trimmed.lowercased()
    let value = content.utf8[content.utf8.index(after: sign)...]
    sections[section]?[name] = Substring(value).withoutComment.trimmed
  }
}

extension Substring {
  /// The text before a `#` or `;` that follows white space.
  fileprivate var withoutComment: Substring {
    var previous: UInt8 = 0
    for index in utf8.indices {
      let byte = utf8[index]
      let begins = byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";")
      if begins, previous == 0x20 || previous == 0x09 { return self[..<index] }
      previous = byte
    }
    return self
  }
}
