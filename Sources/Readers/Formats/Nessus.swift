internal import Findings
internal import Syntax

/// Tenable Nessus, and Tenable's Vulnerability Management and Web App Scanning: items of hosts.
public enum Nessus: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "nessus",
    title: "Tenable Nessus XML and CSV",
    provenOn: "Nessus 5 to 10, Tenable Vulnerability Management, Tenable Web App Scanning",
    produce: "Scan › Export › Nessus, or Report › CSV",
    finding: """
      One item: a plug-in at a port of a host; rows of a CSV that differ in their CVE alone are one. \
      Identity: plug-in, host, port. Severity 4 is critical, 0 info. Passed compliance checks are \
      counted, failed ones are findings. Plug-ins' outputs are not read: they quote the host's \
      files.
      """,
    outcome: "A report without hosts is a failed scan.",
    precedence: 2
  )

  /// The root element, or the columns of a table.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["Plugin ID", "Risk", "Host", "Name", "Synopsis"].allSatisfy(table.has)
    }
    return report.xml?.isNamed("NessusClientData_v2") ?? false
  }

  /// Each item of each host.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    if let table = report.csv {
      reading.add(table)
    } else if let root = report.xml {
      let hosts = root.children("Report").flatMap { $0.children("ReportHost") }
      if hosts.isEmpty { reading.failure = "the report holds no host: nothing was reached" }
      for host in hosts { reading.add(host) }
    }
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(_ host: XMLElement) {
    let tags = host.child("HostProperties").children("tag")
    let name = tags.first { $0["name"] == "host-fqdn" }?.nonEmpty ?? host["name"] ?? ""
    var checks = checks
    collect(host.children("ReportItem")) { item throws(SyntaxError) in
      switch item.child("compliance-result").nonEmpty {
      case "PASSED": checks.passed += 1
      case "WARNING": checks.manual += 1
      default: return try NessusItem.result(item, on: name).finding
      }
      return nil
    }
    self.checks = checks
  }

  /// Adds the rows of a table, which has one for each CVE of an item.
  fileprivate mutating func add(_ table: CSVTable) {
    var known: [String: Int] = [:]
    for row in table.rows {
      do {
        let row = try row.get()
        let result = try NessusItem.result(row)
        guard let cve = row["CVE"] else {
          findings.append(result.finding)
          continue
        }
        let finding = result.finding
        if let index = known[finding.identity.key], !findings[index].holds(cve) {
          var names = Set(findings[index].identifiers)
          names.formUnion(finding.identifiers)
          findings[index].identifiers = names.sorted()
        } else {
          known[finding.identity.key] = findings.count
          findings.append(finding)
        }
      } catch {
        skipped.add(ReadError(error))
      }
    }
  }
}

extension Finding {
  fileprivate func holds(_ cve: String) -> Bool {
    identifiers.contains { $0.value == cve.uppercased() }
  }
}
