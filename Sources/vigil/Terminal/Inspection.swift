internal import Findings
internal import Reconciliation

/// A scan and its findings in lines.
struct Inspection {
  let lines: [String]

  /// What a reading says.
  init(_ reading: StreamReading) {
    let scan = reading.scan
    var lines = [scan.artifacts.first?.key ?? scan.stream.scanner]
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      lines.append("  \(name)\(String(repeating: " ", count: max(1, 10 - name.count)))\(text)")
    }
    add("reader", scan.reader ?? "none")
    add("category", scan.stream.category.rawValue)
    add(
      "scanner",
      [scan.stream.scanner, scan.scannerVersion].compactMap(\.self).joined(separator: " ")
    )
    add("target", scan.stream.target)
    add("outcome", scan.outcome.rawValue)
    add("reason", scan.reason)
    add("skipped", scan.skipped > 0 ? "\(scan.skipped) entries" : nil)
    let checks = scan.checks
    if checks != Checks() {
      add("checks", "\(checks.passed) passed, \(checks.manual) manual, \(checks.muted) muted")
    }
    let counts = Severity.allCases.compactMap { severity in
      let number = reading.findings.count { $0.severity == severity }
      return number > 0 ? "\(number) \(severity.rawValue)" : nil
    }
    let sum = counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))"
    add("findings", "\(reading.findings.count)\(sum)")
    for finding in reading.findings { lines.append("    \(finding.line)") }
    self.lines = lines
  }
}
