internal import Findings
internal import Syntax

/// One event of the Open Cybersecurity Schema Framework that tells of a finding.
struct OCSFEvent {
  private let entry: JSON
  let info: JSON
  let title: String
  let severity: Severity
  let word: String
  let resource: CloudResource

  /// An event: `finding_info` since version 1.1, `finding` in version 1.0.
  init(_ entry: JSON) throws(SyntaxError) {
    self.entry = entry
    info =
      try entry.asObject()["finding"].isObject
      ? entry["finding"] : entry.requiredObject("finding_info")
    title = try info.requiredString("title")
    guard let number = entry["severity_id"].int else { throw entry.error("expected a severity_id") }
    // 1 is informational, 6 fatal, 99 another word of the product's.
    let words = ["unknown", "informational", "low", "medium", "high", "critical", "fatal"]
    word = entry["severity"].nonEmpty ?? (words.indices.contains(number) ? words[number] : "other")
    severity = words.indices.contains(number) ? Severity(word: words[number]) : Severity(word: word)
    let place = entry["resources"].isArray ? entry["resources"][0] : entry["resource"]
    let cloud = entry["cloud"]
    resource = CloudResource(
      account: cloud["account"]["uid"].string ?? cloud["account_uid"].string ?? "",
      region: place["region"].string ?? cloud["region"].string ?? "",
      id: place["uid"].string ?? place["name"].string ?? ""
    )
  }

  /// Whether it tells of a compliance check that passed.
  var isPassed: Bool {
    let compliance = entry["compliance"]
    return compliance["status_id"].int == 1 || compliance["status"].string?.lowercased() == "pass"
  }

  /// Whether it tells that a finding is resolved, archived or closed.
  var isClosed: Bool {
    entry["activity_id"].int == 3 || [4, 5].contains(entry["status_id"].int ?? 0)
  }

  var suppression: Suppression? {
    let isSuppressed = entry["status_id"].int == 3 || entry["status"].equals("Suppressed")
    let reason = MarkdownText.clean(entry["comment"].string)
    return isSuppressed ? Suppression(justification: reason) : nil
  }

  /// The finding of a compliance check or a detection.
  var finding: Finding {
    let compliance = entry["compliance"]
    let product = entry["metadata"]["event_code"].nonEmpty
    let analytic = info["analytic"]["uid"].nonEmpty ?? info["analytic"]["name"].nonEmpty
    let id =
      compliance["control"].nonEmpty ?? product ?? analytic ?? info["types"][0].string ?? title
    var names = IdentifierSet()
    for standard in compliance["standards"].strings {
      let requirements = compliance["requirements"].strings
      for requirement in requirements.isEmpty ? [""] : requirements {
        names.add(standard.contains("CIS") ? .cis : .framework, "\(standard) \(requirement)")
      }
    }
    let rule = Rule(
      id: MarkdownText.line(id, limit: 200),
      name: MarkdownText.line(title),
      description: MarkdownText.clean(info["desc"].string),
      remediation: MarkdownText.clean(entry["remediation"]["desc"].string),
      references: Links.among(entry["remediation"]["references"].strings)
    )
    return resource.finding(
      rule,
      severity: severity,
      word: word,
      title: title,
      message: entry["status_detail"].nonEmpty ?? entry["message"].string,
      names: names,
      suppression: suppression
    )
  }
}
