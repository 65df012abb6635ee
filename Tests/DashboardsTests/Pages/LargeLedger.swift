import Findings
import Reconciliation

/// Many findings of the usual kind, spread evenly over projects, rules and pages.
enum LargeLedger {
  /// - Parameters:
  ///   - findings: How many there are in all.
  ///   - projects: In how many projects.
  ///   - shelves: On how many pages their permalinks stand.
  ///   - nights: How many runs there were.
  /// - Returns: A ledger in which nothing has changed since the first run.
  static func make(
    findings: Int,
    projects: Int,
    shelves: Int = 1_024,
    nights: Int = 3
  ) -> Ledger {
    let runs = (0..<nights).map { Instant(seconds: 1_795_000_000 + Int64($0) * 86_400) }
    return Ledger(
      moment: runs[nights - 1],
      previous: runs[nights - 2],
      runs: runs,
      projects: (0..<projects).map { project in
        let numbers = stride(from: project, to: findings, by: projects)
        return self.project(project, numbers.map { $0 }, runs: runs, shelves: shelves)
      },
      snapshot: String(repeating: "3f9a", count: 16)
    )
  }

  private static func project(
    _ number: Int,
    _ findings: [Int],
    runs: [Instant],
    shelves: Int
  ) -> ProjectLedger {
    let last = runs[runs.count - 1]
    let name = "project-\(1_000 + number)"
    let stream = Stream(project: name, category: .sast, scanner: "semgrep")
    var scan = Scan(stream: stream, outcome: .complete)
    scan.artifacts = [
      Artifact(
        key: "\(name)/sast/semgrep/report.json",
        size: 1_000_000,
        version: "\"1\"",
        modified: last,
        sha256: String(repeating: "0f", count: 32)
      )
    ]
    scan.reader = "semgrep"
    scan.findings = findings.count
    scan.observedAt = last
    scan.completeAt = last
    let entries = findings.map { finding in
      var entry = Entry(
        id: id(finding, shelves: shelves),
        stream: stream,
        finding: self.finding(finding),
        firstSeen: runs[0]
      )
      entry.change = .unchanged
      entry.matchedBy = .place
      entry.lastSeen = last
      return entry
    }
    return ProjectLedger(
      name: name,
      isBaseline: false,
      scans: [scan],
      entries: entries.sorted { $0.id < $1.id },
      trend: runs.enumerated().map { night, run in
        var point = TrendPoint(at: run, totals: Totals(of: entries))
        point.opened = night * 37 % 11
        point.closed = night * 53 % 7
        return point
      }
    )
  }

  private static func finding(_ number: Int) -> Finding {
    let rule = number % 97 * 5 % 100
    let path = "src/app/module\(number % 31)/file\(number % 7).py"
    let line = number / 7 % 900 + 1
    let id = "lang.security.rule-\(100 + rule)"
    return Finding(
      rule: Rule(id: id, description: String(repeating: "What it is about. ", count: 20)),
      severity: Severity.allCases[rule % 4],
      scannerSeverity: "WARNING",
      title: "Input reaches a dangerous call \(100 + rule)",
      location: Location(path: path, line: line, endLine: line),
      identity: .code(rule: id, at: Place(path: path, line: line)),
      identifiers: [.cwe(70 + rule)]
    )
  }

  /// 16 digits, of which the first two are one of so many pairs.
  private static func id(_ number: Int, shelves: Int) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    let shelf = number % shelves
    let spread = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    let rest = (0..<14).map { digits[Int((spread >> (4 * UInt64($0))) & 31)] }
    return String([digits[shelf / 32], digits[shelf % 32]] + rest)
  }
}

extension TrendPoint {
  fileprivate init(at moment: Instant, totals: Totals) {
    self.init(
      at: moment,
      open: totals.open,
      unknown: totals.unknown,
      suppressed: totals.suppressed,
      opened: totals.opened,
      closed: totals.closed
    )
  }
}
