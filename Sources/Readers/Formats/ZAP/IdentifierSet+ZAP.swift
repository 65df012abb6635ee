internal import Findings

extension IdentifierSet {
  /// Adds CWE and WASC (Web Application Security Consortium) by number; -1 stands for none.
  mutating func add(zapWeakness cwe: String?, consortium wasc: String?) {
    if let cwe { add(cwe: cwe) }
    if let number = wasc.flatMap({ Int($0) }), number > 0 { add(.framework, "WASC-\(number)") }
  }

  /// Adds what a tag such as `OWASP_2021_A05` or `CWE-79` names.
  mutating func add(zapTag tag: String?) {
    guard let tag else { return }
    let parts = tag.split(separator: "_")
    if parts.count == 3, parts[0] == "OWASP" {
      add("\(parts[2]):\(parts[1])")
    } else {
      add(tag)
    }
  }
}
