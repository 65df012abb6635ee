internal import Findings
internal import Syntax

/// ScoutSuite: an audit of a cloud account, as the script that its page loads.
public enum ScoutSuite: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "scoutsuite",
    title: "ScoutSuite results",
    provenOn: "ScoutSuite 5.10.2",
    produce: "scout aws --no-browser (writes scoutsuite-results/scoutsuite_results_*.js)",
    finding: """
      One flagged item of one rule. Identity: rule, account, region and the item's path. Danger is \
      high, warning is medium.
      """,
    outcome:
      "Items that were checked and not flagged are counted as passed. Failed if no rule was run.",
    precedence: 3
  )

  /// The services of an account that was run over.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["last_run"].isObject && root["services"].kind != .missing
      && root["provider_code"].string != nil
  }

  /// Each flagged item of each rule of each service.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = try report.requiredJSON()
    let account = root["account_id"].text ?? ""
    var reading = Reading(
      scanner: format.name,
      version: root["last_run"]["version"].nonEmpty,
      category: .cloud,
      target: account.isEmpty ? nil : account
    )
    var rules = 0
    do {
      let services = try root.requiredObject("services").members
      reading.forEach(services) { reading, service throws(SyntaxError) in
        guard try service.value.asObject()["findings"].kind != .missing else { return }
        let entries = try service.value.requiredObject("findings").members
        reading.forEach(entries) { reading, rule throws(SyntaxError) in
          rules += 1
          try reading.add(rule.value, named: rule.key, account: account)
        }
      }
    } catch {
      throw ReadError(error)
    }
    if rules == 0 { reading.failure = "no rule was run" }
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(_ entry: JSON, named id: String, account: String)
    throws(SyntaxError)
  {
    let items = try entry.requiredArray("items")
    let level = try entry.requiredString("level")
    let flagged = entry["flagged_items"].int ?? items.count
    if flagged > 0, items.count == 0 { throw entry.error("expected \(flagged) flagged items") }
    checks.passed += max(0, (entry["checked_items"].int ?? 0) - flagged)
    if items.count == 0 { return }
    let title = MarkdownText.line(try entry.requiredString("description"))
    let rule = Rule(
      id: id,
      name: title,
      description: MarkdownText.clean(html: entry["rationale"].string),
      remediation: MarkdownText.clean(html: entry["remediation"].string),
      references: Links.among(entry["references"])
    )
    var names = IdentifierSet()
    for requirement in entry["compliance"].elements {
      let words = ["name", "version", "reference"].compactMap { requirement[member: $0].text }
      let isCIS = words.first?.hasPrefix("CIS") == true
      names.add(isCIS ? .cis : .framework, words.joined(separator: " "))
    }
    collect(items.elements) { item throws(SyntaxError) in
      guard let path = item.string else { throw item.error("expected an item's path") }
      let parts = path.split(separator: ".")
      let region = parts.firstIndex(of: "regions").map { parts.index(after: $0) }
      return CloudResource(
        account: account,
        region: region.flatMap { parts.indices.contains($0) ? String(parts[$0]) : nil } ?? "",
        id: path
      ).finding(
        rule,
        severity: level == "danger" ? .high : Severity(word: level),
        word: level,
        title: title,
        message: nil,
        names: names
      )
    }
  }
}
