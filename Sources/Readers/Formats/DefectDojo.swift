internal import Findings
internal import Syntax

/// DefectDojo's generic findings import, the format that homemade scanners and people write.
public enum DefectDojo: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "defectdojo",
    title: "DefectDojo generic findings, JSON and CSV",
    provenOn: "the layouts that DefectDojo 2.60 documents as Generic Findings Import",
    produce: "write findings.json by hand or from a script of your own",
    finding: """
      One finding. Identity: with a component, its advisory and the component; with an endpoint \
      and no path, the rule and the endpoint; else the rule, its place path and line. The rule is the tool's id, else \
      the title. False positives and accepted risks are suppressed; mitigated ones and duplicates are \
      no findings.
      """,
    outcome: "Complete if the report is whole.",
    precedence: 1
  )

  private static let names: Set<String> = ["name", "type", "title", "version", "description"]

  /// An object with findings that have a title, a severity and a description and are no others', or
  /// a table with such columns.
  public static func recognises(_ report: Report) -> Bool {
    if let table = report.csv {
      return ["Title", "Severity", "Description", "Date"].allSatisfy(table.has)
        && (table.has("Url") || table.has("CweId"))
    }
    guard let root = report.json, root.isObject else { return false }
    guard root.members.allSatisfy({ names.contains($0.key) || $0.key == "findings" }) else {
      return false
    }
    let findings = root["findings"]
    if findings.isArray, findings.count == 0 { return root["type"].string != nil }
    return findings.elements.prefix(20).contains {
      $0["title"].string != nil && $0["severity"].string != nil
        && $0["description"].string != nil && !$0["id"].exists && !$0["type"].exists
    }
  }

  /// Each finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    let root = report.json
    let tool = root?["type"].nonEmpty ?? root?["name"].nonEmpty ?? report.scanner ?? format.name
    let scanner = ScannerCategories.canonical(tool)
    var reading = Reading(
      scanner: scanner,
      version: root?["version"].text,
      category: report.category ?? ScannerCategories.category(of: scanner)
    )
    if let table = report.csv {
      reading.collect(table.rows) { row throws(SyntaxError) in
        let row = try row.get()
        return try DefectDojoFinding(row).finding(report.digests)
      }
      return reading
    }
    reading.collect(try report.elements(of: "findings")) { entry throws(SyntaxError) in
      try DefectDojoFinding(entry).finding(report.digests)
    }
    return reading
  }
}
