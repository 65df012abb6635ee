internal import Findings
internal import Syntax

/// What the Semgrep platform's interface hands out: findings, and supply chain vulnerabilities.
enum SemgrepExports {
  /// `{"vulns": […]}`, one page of supply chain vulnerabilities.
  static func vulnerabilities(_ root: JSON) -> Reading {
    var reading = Reading(scanner: Semgrep.format.name, category: .dependency)
    reading.collect(root["vulns"].elements, vulnerability)
    if root["hasMore"].bool == true { reading.gaps.append("further pages are not in this file") }
    return reading
  }

  /// `{"findings": […]}`, one page of findings.
  static func findings(_ root: JSON) -> Reading {
    var reading = Reading(scanner: Semgrep.format.name, category: .sast)
    reading.collect(root["findings"].elements, finding)
    return reading
  }

  private static func vulnerability(_ entry: JSON) throws(SyntaxError) -> Finding? {
    let triage = entry["triage"]["status"]
    if triage.equals("FIXED") || triage.equals("REMOVED") { return nil }
    let advisory = try entry.requiredObject("advisory")
    let references = advisory["references"]
    let dependency = try entry.requiredObject("matchedDependency")
    let file = entry["dependencyFileLocation"]
    let name = MarkdownText.line(try dependency.requiredString("name"))
    let fix = entry["closestSafeDependency"]["versionSpecifier"].nonEmpty
    let id = try advisory.requiredString("ruleId")
    var vulnerability = PackageVulnerability(
      id,
      of: Package(
        ecosystem: advisory["ecosystem"].string ?? "",
        name: name,
        version: dependency["versionSpecifier"].nonEmpty.map { MarkdownText.line($0) },
        fixedIn: fix.map { MarkdownText.line($0) }
      ),
      severity: try advisory.optionalString("severity")
    )
    vulnerability.severity = vulnerability.word.map(SemgrepResult.severity) ?? .unknown
    vulnerability.names = IdentifierSet(
      ["cveIds", "cweIds", "owaspIds"].flatMap { references[member: $0].strings }
    )
    vulnerability.title = advisory["title"].nonEmpty ?? entry["title"].nonEmpty ?? id
    vulnerability.description = advisory["description"].string
    vulnerability.links = references["urls"].strings
    vulnerability.path = file["path"].nonEmpty
    var finding = vulnerability.finding
    finding.location.line = file["startLine"].int.flatMap { $0 > 0 ? $0 : nil }
    if triage.equals("IGNORED") || triage.equals("CLOSED") {
      finding.suppression = Suppression(justification: reason(entry["triage"]["dismissReason"]))
    }
    return finding
  }

  private static func finding(_ entry: JSON) throws(SyntaxError) -> Finding? {
    let status = entry["status"]
    if status.equals("fixed") || status.equals("removed") { return nil }
    let place = try entry.requiredObject("location")
    let path = MarkdownText.path(
      PathNormalisation.normalised(try place.requiredString("file_path"))
    )
    let id = try entry.requiredString("rule_name")
    let metadata = entry["rule"]
    let identifiers = IdentifierSet(
      metadata["cwe_names"].strings + metadata["owasp_names"].strings
    ).sorted
    let text = entry["rule_message"].nonEmpty ?? metadata["message"].nonEmpty ?? id
    let isCredential = CredentialRules.isCredential(id, identifiers)
    let message = MarkdownText.clean(
      isCredential ? Redaction.masked(credentialMessage: text) : text
    )
    let title = MarkdownText.line((message ?? id).firstSentence)
    let severity = try entry.optionalString("severity")
    let line = place["line"].int
    let print = entry["match_based_id"].nonEmpty.flatMap { $0.utf8.count <= 500 ? $0 : nil }
    var finding = Finding(
      rule: Rule(
        id: MarkdownText.line(id),
        name: id.split(separator: ".").last.map { MarkdownText.line(String($0)) }
      ),
      severity: severity.map(SemgrepResult.severity) ?? .unknown,
      scannerSeverity: severity,
      title: title,
      message: message == title ? nil : message,
      location: Location(
        path: path,
        line: line,
        endLine: place["end_line"].int,
        column: place["column"].int
      ),
      identity: .code(rule: id, at: Place(path: path, line: line, fingerprint: print)),
      identifiers: identifiers
    )
    if status.equals("ignored") || entry["triage_state"].equals("ignored") {
      finding.suppression = Suppression(justification: reason(entry["triage_reason"]))
    }
    return finding
  }

  private static func reason(_ reason: JSON) -> String? {
    reason.nonEmpty.map { MarkdownText.line($0.exchanging("_", for: " ").lowercased()) }
  }
}
