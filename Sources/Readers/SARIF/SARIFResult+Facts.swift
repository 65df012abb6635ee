internal import Findings
internal import Syntax

extension SARIFResult {
  /// The score where there is one, else the level: the result's, the rule's, `warning` (§3.27.10).
  var severity: (Severity, String?) {
    let own = result["properties"]["security-severity"]
    if let score = own.double { return (Severity(score: score), own.text) }
    if let score = rule.score { return (Severity(score: score), rule.scoreWord) }
    let level = result["level"].string ?? rule.level
    return (Severity(word: level), level)
  }

  var identifiers: [Identifier] {
    let taxa = result["taxa"]
    guard taxa.isArray else { return rule.identifiers }
    var set = IdentifierSet()
    for taxon in taxa.elements {
      guard let id = taxon["id"].string else { continue }
      if taxon["toolComponent"]["name"].equals("CWE") { set.add(cwe: id) } else { set.add(id) }
    }
    return set.identifiers.union(rule.identifiers).sorted()
  }

  /// Suppressed if there is a suppression and none is rejected or under review (§3.27.23).
  var suppression: Suppression? {
    let suppressions = result["suppressions"]
    guard suppressions.isArray else { return nil }
    var reason: String?
    var isSuppressed = false
    for suppression in suppressions.elements {
      let status = suppression["status"]
      if status.equals("rejected") || status.equals("underReview") { return nil }
      isSuppressed = true
      reason = reason ?? suppression["justification"].nonEmpty
    }
    return isSuppressed ? Suppression(justification: reason.map { MarkdownText.line($0) }) : nil
  }
}
