internal import Findings
internal import Syntax

/// Sysdig: vulnerabilities of images and workloads, from its reports and its command line's table.
public enum Sysdig: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sysdig",
    title: "Sysdig vulnerability reports, JSON and CSV",
    provenOn: "Sysdig Secure's reports of 2023 to 2025, the CSV of its CLI scanner",
    produce: "download a vulnerability report, or the result of sysdig-cli-scanner as CSV",
    finding: """
      One vulnerability of one package in one image, for workloads in each of them. Identity: \
      advisory, package and image repository, or cluster and workload. Accepted risks are suppressed.
      """,
    outcome: "Complete if the report is whole.",
    precedence: 3
  )

  /// Rows of a known table, or the same rows as JSON objects.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["Vulnerability ID", "Severity", "Package name", "Fix version"].allSatisfy(table.has)
        || ["CVE ID", "CVE Severity", "Package Name", "Fix Version"].allSatisfy(table.has)
    }
    guard let root = report.json else { return false }
    return rows(of: root).prefix(20).contains {
      $0["vulnName"].string != nil && $0["packageName"].string != nil
        || $0["vuln_id"].string != nil && $0["scan_package_name"].string != nil
    }
  }

  /// Each row.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .container)
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in
        let row = try row.get()
        return try SysdigRow { row[$0] }.finding(row.error)
      }
      return reading
    }
    let root = try report.requiredJSON()
    if root["panels"].isArray {
      reading.forEach(root["panels"].elements) { _, panel throws(SyntaxError) in
        _ = try panel.requiredArray("data")
      }
    } else {
      _ = try report.elements(of: "data")
    }
    reading.collect(rows(of: root)) { entry throws(SyntaxError) in
      try SysdigRow { entry[member: $0].text }.finding(entry.error)
    }
    return reading
  }

  /// The rows of a report, or of each of its panels.
  private static func rows(of root: JSON) -> [JSON] {
    root["panels"].isArray
      ? root["panels"].elements.flatMap { Array($0["data"].elements) }
      : Array(root["data"].elements)
  }
}
