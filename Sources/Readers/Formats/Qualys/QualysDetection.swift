internal import Findings
internal import Syntax

/// One detection of Qualys, from any of its reports.
enum QualysDetection {
  /// A row of a table; nil if it is fixed.
  static func result(_ row: CSVTable.Row) throws(SyntaxError) -> HostResult? {
    let status = row["Vuln Status"] ?? row["Status"]
    if status?.lowercased() == "fixed" { return nil }
    let names = [row["DNS"], row["FQDN"], row["HOSTNAME"], row["Asset Name"]].compactMap { $0 }
    guard let host = names.first ?? row["IP"] ?? row["Asset IPV4"] else {
      throw row.error("expected a host, found none")
    }
    guard let title = row["Title"] ?? row["VULN TITLE"] else {
      throw row.error("expected a title, found none")
    }
    var severity = QualysSeverity.severity(
      row["Q_SEVERITY"] ?? row["Severity"] ?? row["SEVERITY"]
    )
    if row["Type"]?.lowercased() == "ig" { severity.0 = .info }
    var result = HostResult(
      Rule(
        id: try row.required("QID"),
        name: title,
        description: MarkdownText.clean(html: row["Threat"] ?? row["THREAT"]),
        remediation: MarkdownText.clean(html: row["Solution"] ?? row["SOLUTION"])
      ),
      severity,
      on: host,
      port: HostResult.port(
        row["Port"] ?? row["PORT"],
        transport(row["Protocol"] ?? row["PROTOCOL"])
      )
    )
    result.names.add(mentionedIn: row["CVE ID"] ?? row["CVEID"] ?? row["CVE"])
    result.rate(row["CVSS3 Base"] ?? row["CVSSv3.1 Base (nvd)"], version: 3)
    result.rate(row["CVSS_BASE"] ?? row["CVSSv2 Base (nvd)"], version: 2)
    let marks = [row["Disabled"], row["Ignored"]].compactMap { $0?.lowercased() }
    if marks.contains("yes") { result.suppression = Suppression() }
    return result
  }

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

  /// VMDR writes `'-` where there is none.
  private static func transport(_ text: String?) -> String? {
    text.flatMap { $0.contains("-") ? nil : $0 }
  }
}

extension HostResult {
  /// Adds a score that its vector may follow: `8.1 (AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H)`.
  fileprivate mutating func rate(_ text: String?, version: Double) {
    guard let text else { return }
    let parts = text.split(separator: " ", maxSplits: 1)
    let vector = parts.dropFirst().first.map { $0.filter { !"()".contains($0) } }
    ratings.add(score: parts.first.flatMap { Double($0) }, vector: vector, version: version)
  }
}
