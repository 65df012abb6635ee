internal import Findings
internal import Syntax

/// What a report says once for all its issues: paths by component, rules by key.
struct SonarIssues {
  /// A rule, and the weaknesses that its description names.
  private typealias DescribedRule = (rule: Rule, names: IdentifierSet)

  private var paths: [String: String] = [:]
  private let descriptions: JSON
  /// The rules that issues break, each made once.
  private var rules: [String: DescribedRule] = [:]

  init(_ root: JSON) {
    for component in root["components"].elements {
      if let key = component["key"].string { paths[key] = component["path"].string }
    }
    descriptions = root["rules"]
  }

  /// The result; nil if it is settled for good.
  mutating func result(_ entry: JSON) throws(SyntaxError) -> CodeResult? {
    let status = try entry.asObject().optionalString("status") ?? ""
    let resolution = try entry.optionalString("resolution") ?? ""
    if status == "CLOSED" || ["FIXED", "REMOVED"].contains(resolution) { return nil }
    let id = try entry.requiredString("ruleKey", or: "rule")
    let described = rule(id)
    let word = try entry.optionalString("severity", or: "vulnerabilityProbability")
    let component = try entry.requiredString("component")
    let text = try entry.requiredString("message")
    var result = CodeResult(
      described.rule,
      (word.map(severity) ?? .unknown, word),
      title: text,
      at: Location(
        path: paths[component] ?? component.split(separator: ":").last.map(String.init),
        line: try entry.optionalInt("line"),
        endLine: entry["textRange"]["endLine"].int,
        column: entry["textRange"]["startOffset"].int.map { $0 + 1 }
      )
    )
    result.fingerprint = entry["key"].nonEmpty
    result.names = described.names
    result.names.add(mentionedIn: text)
    let isSettled = status == "RESOLVED" || status == "REVIEWED" || status == "ACCEPTED"
    if isSettled || ["ACCEPTED", "FALSE_POSITIVE"].contains(entry["issueStatus"].string) {
      result.suppression = Suppression(justification: resolution.nonEmpty?.lowercased())
    }
    return result
  }

  private mutating func rule(_ id: String) -> DescribedRule {
    if let known = rules[id] { return known }
    let description = descriptions[member: id]
    let html = description["htmlDesc"].string
    let rule = Rule(
      id: id,
      name: description["name"].nonEmpty ?? id,
      description: MarkdownText.clean(html: html)
    )
    let described = (rule, IdentifierSet(mentionedIn: html))
    rules[id] = described
    return described
  }

  private func severity(_ word: String) -> Severity {
    switch word.uppercased() {
    case "BLOCKER": .critical
    case "CRITICAL", "HIGH": .high
    case "MAJOR", "MEDIUM": .medium
    case "MINOR", "LOW": .low
    case "INFO": .info
    default: .unknown
    }
  }
}
