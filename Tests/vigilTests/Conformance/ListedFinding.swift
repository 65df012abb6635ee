import Syntax

/// A finding as the reference lists it, as far as it is compared.
struct ListedFinding: Sendable {
  let path: String?
  let line: Int?
  let advisories: [String]
  let weakness: String?
  let component: String?
  let version: String?

  init(_ entry: JSON) {
    func text(_ name: String) -> String? {
      entry[member: name].string.flatMap { $0.isEmpty ? nil : $0 }
    }
    path = text("file_path")
    line = entry["line"].int
    advisories = entry["vulnerability_ids"].strings
    weakness = (entry["cwe"].int.map(String.init) ?? text("cwe")).map { "CWE-\($0)" }
    component = text("component_name")
    version = text("component_version")
  }
}
