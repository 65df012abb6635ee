internal import Findings
internal import Syntax

/// Flawfinder: risky calls in C and C++.
public enum Flawfinder: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "flawfinder",
    title: "Flawfinder CSV",
    provenOn: "Flawfinder 2.0",
    produce: "flawfinder --csv . > flawfinder.csv",
    finding: """
      One hit. Identity: the rule; place: Flawfinder's fingerprint, path, the line's text and \
      number. Severity is the level as Flawfinder's own SARIF takes it: 4 and 5 high, 3 medium, 1 \
      and 2 low.
      """,
    outcome: "A table without rows is a complete scan without hits.",
    precedence: 2
  )

  /// The header.
  public static func recognises(_ report: Report) -> Bool {
    guard let table = report.csv else { return false }
    return ["File", "DefaultLevel", "Level", "Warning", "Fingerprint"].allSatisfy(table.has)
  }

  /// Each row.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let table = report.csv else { throw ReadError(problem: "expected CSV") }
    var reading = Reading(scanner: format.name, category: .sast)
    var version: String?
    reading.collect(table.rows) { row throws(SyntaxError) in
      let row = try row.get()
      version = version ?? row["ToolVersion"]
      return try result(row).finding(report.digests)
    }
    reading.scannerVersion = version
    reading.testFingerprints()
    return reading
  }

  private static func result(_ row: CSVTable.Row) throws(SyntaxError) -> CodeResult {
    guard let level = Int(try row.required("Level")), let line = Int(try row.required("Line"))
    else {
      throw row.error("expected numbers as the level and the line")
    }
    let name = "\(row["Category"] ?? "")/\(try row.required("Name"))"
    var result = CodeResult(
      Rule(
        id: row["RuleId"] ?? name,
        name: name,
        remediation: row["Suggestion"],
        references: [row["HelpUri"]].compactMap { $0 }
      ),
      (severity(level), "\(level)"),
      title: try row.required("Warning"),
      at: Location(
        path: try row.required("File"),
        line: line,
        column: row["Column"].flatMap { Int($0) }
      )
    )
    result.message = row["Note"]
    result.code = row["Context"]
    result.fingerprint = row["Fingerprint"]
    for weakness in (row["CWEs"] ?? "").split(whereSeparator: { "/, ".contains($0) }) {
      result.names.add(String(weakness))
    }
    return result
  }

  private static func severity(_ level: Int) -> Severity {
    switch level {
    case 4...: .high
    case 3: .medium
    case 1, 2: .low
    default: .info
    }
  }
}
