internal import Findings
internal import Syntax

/// testssl.sh: TLS of a server.
public enum TestSSL: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "testssl",
    title: "testssl.sh CSV and JSON",
    provenOn: "testssl.sh 2.9 to 3.2, CSV, JSON and pretty JSON",
    produce: "testssl.sh --jsonfile testssl.json shop.example.com",
    finding: """
      One row of severity low or worse, however many CVEs it names. Identity: the test, host, port. \
      Rows that are OK are counted as passed; INFO rows are facts, and the overall grade repeats \
      what the other rows say.
      """,
    outcome: """
      FATAL is a failed scan, and so is a report without rows; WARN, a problem of the test itself, \
      makes it partial.
      """,
    precedence: 3
  )

  /// Rows with their test, severity and finding.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv { return table.has("fqdn/ip") && table.has("finding") }
    guard let root = report.json else { return false }
    return root["scanResult"].isArray && root["Invocation"].exists
      || root.elements.prefix(20).contains {
        $0["finding"].exists && $0["ip"].exists && $0["id"].exists
      }
  }

  /// Each row.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    var summary = TestSSLSummary()
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in
        let row = try row.get()
        let result = try TestSSLRow(
          id: row.required("id"),
          severity: row.required("severity"),
          text: row["finding"] ?? "",
          address: row["fqdn/ip"] ?? "",
          port: row["port"],
          names: "\(row["cve"] ?? "") \(row["cwe"] ?? "")"
        )
        return summary.finding(of: result)
      }
    } else if let root = report.json {
      reading.version(of: root)
      for (entry, server) in entries(of: root) {
        reading.collect([entry]) { entry throws(SyntaxError) in
          summary.finding(of: try TestSSLRow(entry, of: server))
        }
      }
    }
    summary.conclude(&reading)
    return reading
  }

  /// The entries of a flat report, or those in the sections of each server of a pretty one.
  private static func entries(of root: JSON) -> [(entry: JSON, server: JSON)] {
    if root.isArray { return root.elements.map { ($0, $0) } }
    return root["scanResult"].elements.flatMap { server in
      server.isObject && server["finding"].kind == .missing
        ? server.members.filter { $0.value.isArray }.flatMap { section in
          section.value.elements.map { ($0, server) }
        } : [(server, server)]
    }
  }
}

extension Reading {
  fileprivate mutating func version(of root: JSON) {
    scannerVersion = root["version"].nonEmpty.map { MarkdownText.line($0, limit: 60) }
  }
}
