internal import Findings
internal import Syntax

/// The rules met so far: an advisory is described anew with each package it concerns, and read once.
struct TrivyRules {
  private var rules: [String: Rule] = [:]

  /// The rule of an advisory or check.
  mutating func rule(_ id: String, _ entry: JSON) -> Rule {
    if let rule = rules[id] { return rule }
    var links = Links.among(entry["PrimaryURL"])
    for link in Links.among(entry["References"]) where !links.contains(link) { links.append(link) }
    let rule = Rule(
      id: id,
      name: entry["Title"].nonEmpty.map { MarkdownText.line($0) },
      description: MarkdownText.clean(entry["Description"].string),
      remediation: MarkdownText.clean(entry["Resolution"].string),
      references: links
    )
    rules[id] = rule
    return rule
  }
}
