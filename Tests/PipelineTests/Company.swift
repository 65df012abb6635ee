import Findings
import Pipeline
import Reconciliation

/// A company's bucket and history, and its nightly runs.
struct Company {
  let bucket = MemoryStore("bucket")
  let store = MemoryStore("history")
  var settings: RunSettings

  static let dusk: Int64 = 1_790_000_000

  init(layout: String = Layout.standardPattern) throws {
    settings = RunSettings(layouts: [try Layout(layout)], tool: "vigil 0.1.0")
    settings.secretKey = Array("a key that tests use".utf8)
  }

  var history: History { History(in: store) }

  /// The run of a night, counted from 0.
  @discardableResult
  func run(_ night: Int, isSaving: Bool = true) async throws -> RunResult {
    let run = Run(artifacts: bucket, history: history, settings: settings)
    return try await run(at: Self.moment(night), isMomentFixed: true, isSaving: isSaving)
  }

  static func moment(_ night: Int) -> Instant {
    Instant(seconds: dusk + Int64(night) * 86_400 + 7_200)
  }

  /// Uploads Bandit's report of a project.
  func bandit(
    _ project: String,
    _ results: [(rule: String, path: String, line: Int, code: String)],
    night: Int = 0,
    file: String = "bandit.json"
  ) {
    bucket.upload(
      "\(project)/sast/bandit/\(file)",
      Self.bandit(results),
      at: Self.dusk + Int64(night) * 86_400
    )
  }

  /// A report such as Bandit writes.
  static func bandit(_ results: [(rule: String, path: String, line: Int, code: String)]) -> String {
    let entries = results.map { result in
      """
      {"code": "\(result.line) \(result.code)\\n", "col_offset": 0, "end_col_offset": 9,
       "filename": "\(result.path)", "issue_confidence": "HIGH", "issue_severity": "MEDIUM",
       "issue_cwe": {"id": 78, "link": "https://cwe.mitre.org/data/definitions/78.html"},
       "issue_text": "Something is wrong.", "line_number": \(result.line),
       "line_range": [\(result.line)], "more_info": "https://bandit.readthedocs.io/",
       "test_id": "\(result.rule)", "test_name": "a_test"}
      """
    }
    return """
      {"errors": [], "generated_at": "2026-11-24T01:00:00Z",
       "metrics": {"_totals": {"loc": 10, "nosec": 0}, "app/run.py": {"loc": 5, "nosec": 0},
         "app/load.py": {"loc": 5, "nosec": 0}},
       "results": [\(entries.joined(separator: ",\n"))]}
      """
  }
}

extension RunResult {
  /// How many findings the run changed in each way.
  var changes: [Change: Int] {
    ledger.projects.flatMap(\.entries).reduce(into: [:]) { $0[$1.change, default: 0] += 1 }
  }

  /// All findings.
  var entries: [Entry] { ledger.projects.flatMap(\.entries) }

  /// All scans.
  var scans: [Scan] { ledger.projects.flatMap(\.scans) }

  /// The one scan of a scanner.
  func scan(_ scanner: String) -> Scan? {
    let found = scans.filter { $0.stream.scanner == scanner }
    return found.count == 1 ? found[0] : nil
  }
}
