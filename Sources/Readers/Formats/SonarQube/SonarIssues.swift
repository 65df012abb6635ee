internal import Findings
internal import Syntax

/// What a report says once for all its issues: paths by component, rules by key.
struct SonarIssues {
  private var paths: [String: String] = [:]
  private let rules: JSON

  init(_ root: JSON) {
    for component in root["components"].elements {
      if let key = component["key"].string { paths[key] = component["path"].string }
    }
    rules = root["rules"]
  }

  /// The result; nil if it is settled for good.
  func result(_ entry: JSON) throws(SyntaxError) -> CodeResult? {
    let status = try entry.asObject().optionalString("status") ?? ""
    let resolution = try entry.optionalString("resolution") ?? ""
    if status == "CLOSED" || ["FIXED", "REMOVED"].contains(resolution) { return nil }
    let id = try entry.requiredString("ruleKey", or: "rule")
    let rule = rules[member: id]
    let word = try entry.optionalString("severity", or: "vulnerabilityProbability")
    let component = try entry.requiredString("component")
    let text = try entry.requiredString("message")
    var result = CodeResult(
      Rule(
        id: id,
        name: rule["name"].nonEmpty ?? id,
        description: MarkdownText.clean(html: rule["htmlDesc"].string)
      ),
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
    result.names = IdentifierSet(mentionedIn: text)
    result.names.add(mentionedIn: rule["htmlDesc"].string)
    let isSettled = status == "RESOLVED" || status == "REVIEWED" || status == "ACCEPTED"
    if isSettled || ["ACCEPTED", "FALSE_POSITIVE"].contains(entry["issueStatus"].string) {
      result.suppression = Suppression(justification: resolution.nonEmpty?.lowercased())
    }
    return result
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
