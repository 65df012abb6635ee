internal import Findings

/// What the rows of testssl.sh say beside findings.
struct TestSSLSummary {
  private var rows = 0
  private var passed = 0
  private var problems: [String] = []
  private var failure: String?

  /// The finding of a row; nil if it is none.
  mutating func finding(of row: TestSSLRow) -> Finding? {
    rows += 1
    switch row.severity {
    case "OK": passed += 1
    case "INFO", "DEBUG": break
    case "FATAL": failure = MarkdownText.line(row.text, limit: 200)
    case "WARN":
      // It tests without OpenSSL's GOST engine as well.
      if row.id != "engine_problem", problems.count < 20 {
        problems.append(MarkdownText.line("\(row.id): \(row.text)", limit: 200))
      }
    default: return row.id == "overall_grade" ? nil : row.finding
    }
    return nil
  }

  /// Adds counts, gaps and failure to a reading.
  func conclude(_ reading: inout Reading) {
    reading.checks.passed = passed
    reading.gaps += problems
    reading.failure = failure
    if rows == 0, reading.skipped.count == 0 { reading.failure = "nothing was tested" }
  }
}
