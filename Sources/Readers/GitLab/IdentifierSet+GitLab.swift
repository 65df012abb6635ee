internal import Findings
internal import Syntax

extension IdentifierSet {
  /// The names in a list of identifiers.
  init(gitLab list: JSON) {
    self.init()
    for identifier in list.elements { add(gitLab: identifier) }
  }

  /// What an identifier, the first of a vulnerability, calls the rule: its value, or its name where
  /// the value is a sentence or a bare number of a list.
  static func gitLabRule(_ identifier: JSON) -> String? {
    let name = identifier["name"].nonEmpty
    guard let value = identifier["value"].text, !value.isEmpty else { return name }
    if identifier["type"].string?.lowercased() == "cwe" {
      var set = IdentifierSet()
      set.add(gitLab: identifier)
      return set.sorted.first?.value ?? "CWE-\(value)"
    }
    if value.contains(" "), let name, !name.contains(" ") { return name }
    return value
  }

  /// Values may be numbers; where one does not name the weakness, the name does.
  private mutating func add(gitLab identifier: JSON) {
    let value = identifier["value"].text ?? ""
    let name = identifier["name"].string
    switch identifier["type"].string?.lowercased() {
    case "cwe":
      let before = identifiers.count
      add(cwe: value)
      if identifiers.count == before, let name { add(cwe: name) }
    case "owasp": add("OWASP " + value)
    default:
      add(value)
      if let name { add(name) }
    }
  }
}
