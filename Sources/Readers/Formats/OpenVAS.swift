internal import Findings
internal import Syntax

/// Greenbone OpenVAS: results of hosts, as XML and CSV reports.
public enum OpenVAS: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "openvas",
    title: "Greenbone OpenVAS XML and CSV",
    provenOn: "Greenbone 20 to 24, formats XML and CSV Results",
    produce:
      "gvm-cli socket --xml \"<get_reports report_id='ID' details='1' ignore_pagination='1'/>\"",
    finding: """
      One result. Identity: the test's OID, host, port. Severity is the threat, log is info. False \
      positives are suppressed. What a test found on the host is not read.
      """,
    outcome: "Partial when the scan was stopped or interrupted, or results are left out.",
    precedence: 2
  )

  /// The columns of a table, or a report with results.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv { return table.has("NVT OID") && table.has("NVT Name") }
    guard let root = report.xml else { return false }
    return body(of: root)?.child("results").exists ?? false
  }

  /// Each result.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in
        try OpenVASResult.result(try row.get()).finding
      }
    } else if let root = report.xml, let body = body(of: root) {
      reading.collect(body.child("results").children("result")) { result throws(SyntaxError) in
        try OpenVASResult.result(result).finding
      }
      let status = body.child("scan_run_status").nonEmpty
      if let status, ["Stopped", "Interrupted", "Running", "Requested"].contains(status) {
        reading.gaps.append("the scan's status is \(status.lowercased())")
      }
    }
    return reading
  }

  /// The report with the results, inside whatever answer or report wraps it.
  private static func body(of root: XMLElement) -> XMLElement? {
    var element = root.isNamed("get_reports_response") ? root.child("report") : root
    guard element.isNamed("report") else { return nil }
    if element.child("report").exists { element = element.child("report") }
    return element
  }
}
