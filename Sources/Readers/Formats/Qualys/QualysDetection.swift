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

  /// VMDR writes `'-` where there is none.
  private static func transport(_ text: String?) -> String? {
    text.flatMap { $0.contains("-") ? nil : $0 }
  }
}
