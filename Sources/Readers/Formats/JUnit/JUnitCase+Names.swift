internal import Findings
internal import Syntax

// How tools put several facts into one name.
extension JUnitCase {
  /// The words in brackets that a name begins with, and what follows them.
  static func brackets(of name: String) -> (words: [String], rest: String) {
    var words: [String] = []
    var rest = name[...]
    while rest.first == "[", let end = rest.firstIndex(of: "]") {
      words.append(String(rest[..<end].dropFirst()))
      rest = rest[rest.index(after: end)...].drop { $0 == " " }
    }
    return (words, String(rest.trimmingPrefix("- ")))
  }

  /// What stands behind a sign, up to another or to the end; nil if the sign is not there.
  static func text(in text: String, behind sign: String, to end: String? = nil) -> String? {
    guard let start = text.firstRange(of: sign)?.upperBound else { return nil }
    let rest = text[start...]
    return String(end.flatMap { rest.firstRange(of: $0) }.map { rest[..<$0.lowerBound] } ?? rest)
  }

  /// A package and its version, joined by a hyphen; nil for the type of a file that was checked.
  static func package(_ name: String, _ suite: XMLElement) -> Package? {
    let type = suite.child("properties").children("property").first { $0["name"] == "type" }
    if name == type?["value"] { return nil }
    var split = name.endIndex
    for index in name.indices where name[index] == "-" {
      let next = name.index(after: index)
      if next < name.endIndex, name[next].isNumber {
        split = index
        break
      }
    }
    guard split < name.endIndex else { return nil }
    return Package(
      ecosystem: TrivyEcosystem.type(of: type?["value"] ?? ""),
      name: String(name[..<split]),
      version: String(name[split...].dropFirst())
    )
  }

  /// A package and its version behind a colon; nil if there is none.
  static func package(_ name: String) -> Package? {
    guard let colon = name.firstRange(of: ": ") else { return nil }
    return Package(
      ecosystem: "",
      name: String(name[..<colon.lowerBound]),
      version: String(name[colon.upperBound...])
    )
  }
}

extension String {
  /// The parts between a separator, the last of which keeps what is over the limit.
  func components(separatedBy separator: String, limit: Int) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while parts.count < limit - 1, let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
