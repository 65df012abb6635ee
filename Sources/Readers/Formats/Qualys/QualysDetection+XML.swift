internal import Findings
internal import Syntax

extension QualysDetection {
  /// An entry of a scan's result.
  static func result(
    _ entry: XMLElement,
    in category: XMLElement,
    on host: String
  ) throws(SyntaxError) -> HostResult {
    var result = HostResult(
      Rule(
        id: try entry.requiredAttribute("number"),
        name: try entry.requiredText("TITLE"),
        description: MarkdownText.clean(html: entry.child("DIAGNOSIS").nonEmpty),
        remediation: MarkdownText.clean(html: entry.child("SOLUTION").nonEmpty)
      ),
      QualysSeverity.severity(try entry.requiredAttribute("severity")),
      on: host,
      port: HostResult.port(category["port"], category["protocol"])
    )
    result.names.add(mentionedIn: entry["cveid"])
    result.rate(entry.child("CVSS3_BASE").nonEmpty, version: 3)
    result.rate(entry.child("CVSS_BASE").nonEmpty, version: 2)
    return result
  }

  /// A detection of a report and what its glossary says; nil if it is fixed.
  static func result(
    _ detection: XMLElement,
    _ entry: XMLElement?,
    on host: XMLElement
  ) throws(SyntaxError) -> HostResult? {
    guard let entry else { throw detection.error("expected the QID in the glossary") }
    if detection.child("VULN_STATUS").nonEmpty == "Fixed" { return nil }
    guard let name = host.child("DNS").nonEmpty ?? host.child("IP").nonEmpty else {
      throw host.error("expected a host with a name or an address")
    }
    var severity = QualysSeverity.severity(try entry.requiredText("SEVERITY"))
    if detection.child("TYPE").nonEmpty == "Ig" { severity.0 = .info }
    var result = HostResult(
      Rule(
        id: try detection.requiredText("QID"),
        name: try entry.requiredText("TITLE"),
        description: MarkdownText.clean(html: entry.child("THREAT").nonEmpty),
        remediation: MarkdownText.clean(html: entry.child("SOLUTION").nonEmpty)
      ),
      severity,
      on: name,
      port: HostResult.port(detection.child("PORT").nonEmpty, detection.child("PROTOCOL").nonEmpty)
    )
    for item in entry.child("CVE_ID_LIST").children("CVE_ID") {
      result.names.add(mentionedIn: item.child("ID").nonEmpty)
    }
    result.rate(entry.child("CVSS3_SCORE").child("CVSS3_BASE").nonEmpty, version: 3)
    result.rate(entry.child("CVSS_SCORE").child("CVSS_BASE").nonEmpty, version: 2)
    return result
  }
}
