internal import Findings
internal import Syntax

/// Qualys Vulnerability Management: detections on hosts.
public enum Qualys: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "qualys",
    title: "Qualys VM and VMDR XML and CSV",
    provenOn: "Scan results and scan reports (XML), scan reports, PCI reports and VMDR (CSV)",
    produce: "Reports › New › Scan report (host based) › XML or CSV",
    finding: """
      One detection. Identity: the QID, host, port. Severity 5 is critical, 4 high, 3 medium, 2 \
      and 1 low; gathered information is info. Ignored and disabled detections are suppressed, \
      fixed ones are none. Results, which quote the host, are not read.
      """,
    outcome: "Partial when the scan did not finish.",
    precedence: 2
  )

  /// The root elements, or the columns of a table below whatever stands above it.
  public static func recognises(_ report: Report) -> Bool {
    if let root = report.xml {
      return root.isNamed("ASSET_DATA_REPORT")
        || root.isNamed("SCAN") && root.child("HEADER").child("KEY").exists
    }
    guard let table = report.csv?.headed(by: "QID") else { return false }
    let hosts = ["IP", "Asset IPV4"]
    let titles = ["Title", "VULN TITLE"]
    return hosts.contains(where: table.has) && titles.contains(where: table.has)
  }

  /// Each detection.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .dast)
    if let table = report.csv?.headed(by: "QID") {
      reading.collect(table.rows) { row throws(SyntaxError) in
        try QualysDetection.result(try row.get())?.finding
      }
    } else if let root = report.xml, root.isNamed("SCAN") {
      for host in root.children("IP") { reading.add(scanned: host) }
      let status = root.child("HEADER").children("KEY").first { $0["value"] == "STATUS" }?.nonEmpty
      if let status, status != "FINISHED" {
        reading.gaps.append(MarkdownText.line("the scan's status is \(status)", limit: 100))
      }
    } else if let root = report.xml {
      reading.add(report: root)
    }
    return reading
  }
}

extension Reading {
  /// Adds what a scan found on a host.
  fileprivate mutating func add(scanned host: XMLElement) {
    let registered = host["name"].flatMap { $0 == "No registered hostname" ? nil : $0 }
    let name = registered ?? host["value"] ?? ""
    let kinds: [(StaticString, StaticString, Bool)] = [
      ("VULNS", "VULN", false), ("PRACTICES", "PRACTICE", false), ("INFOS", "INFO", true),
      ("SERVICES", "SERVICE", true),
    ]
    for (list, kind, isInformation) in kinds {
      for category in host.child(list).children("CAT") {
        collect(category.children(kind)) { entry throws(SyntaxError) in
          var result = try QualysDetection.result(entry, in: category, on: name)
          if isInformation { result.severity.0 = .info }
          return result.finding
        }
      }
    }
  }

  /// Adds the detections of a report, which describes each QID once.
  fileprivate mutating func add(report root: XMLElement) {
    var glossary: [String: XMLElement] = [:]
    for entry in root.child("GLOSSARY").child("VULN_DETAILS_LIST").children("VULN_DETAILS") {
      glossary[entry.child("QID").nonEmpty ?? ""] = entry
    }
    for host in root.child("HOST_LIST").children("HOST") {
      collect(host.child("VULN_INFO_LIST").children("VULN_INFO")) { detection throws(SyntaxError) in
        let id = try detection.requiredText("QID")
        return try QualysDetection.result(detection, glossary[id], on: host)?.finding
      }
    }
  }
}
