import Findings
import Reconciliation

/// Texts that try to be something else wherever they are written.
let hostileTexts = [
  "<img src=x onerror=alert(1)>", "=1+1", "](javascript:alert(1))", "{{x}} {{{x}}}",
  "\"\u{301}>'", "a\u{202E}b\u{2066}c", String(repeating: "long ", count: 800),
  "line\r\n# two\u{0}\u{1B}[31m", "a|b\\", "@all ~label #1 !2 /close", "\u{2028}</script>",
]

/// A ledger with every member of an export in it.
enum SampleLedger {
  static let monday = Instant(seconds: 1_795_000_000)
  static let tuesday = Instant(seconds: 1_795_086_400)

  /// Two projects, every state and outcome, hostile texts in every field.
  static func make() -> Ledger {
    let entries = State.allCases.enumerated()
      .flatMap { index, state in
        hostileTexts.indices.map { entry($0, state: state, id: "ID\(index)X\($0)") }
      }
    let scans = Scan.Outcome.allCases.map(scan)
    let shop = ProjectLedger(
      name: "shop",
      isBaseline: false,
      scans: scans,
      entries: entries.sorted { $0.id < $1.id },
      trend: []
    )
    let empty = ProjectLedger(
      name: hostileTexts[0],
      isBaseline: true,
      scans: [],
      entries: [],
      trend: []
    )
    return Ledger(
      moment: tuesday,
      previous: monday,
      runs: [monday, tuesday],
      projects: [empty, shop],
      snapshot: String(repeating: "ab", count: 32)
    )
  }

  static func finding(_ text: String, number: Int) -> Finding {
    var location = Location(path: text, line: number, endLine: number + 2, column: 1)
    location.logical = text
    location.package = Package(ecosystem: "npm", name: text, version: text, fixedIn: text)
    location.resource = text
    location.url = text
    location.method = text
    location.parameter = text
    location.image = text
    location.account = text
    location.region = text
    location.cluster = text
    location.commit = text
    return Finding(
      rule: Rule(id: text, name: text, description: "not exported", references: [text]),
      severity: Severity.allCases[number % 6],
      scannerSeverity: text,
      title: text,
      message: "not exported",
      location: location,
      identity: Identity(key: "key of an identity", place: Place(path: "place", snippet: 1)),
      identifiers: [
        Identifier(kind: .cve, value: "CVE-2021-44228"), Identifier(kind: .owasp, value: text),
        Identifier(kind: .cis, value: "2.1.1"),
      ],
      cvss: CVSS(score: 9.8, vector: text),
      suppression: number % 2 == 0 ? Suppression(justification: text) : nil,
      occurrences: number
    )
  }

  private static func entry(_ index: Int, state: State, id: String) -> Entry {
    let text = hostileTexts[index]
    let stream = Stream(project: "shop", category: .sast, scanner: text, target: text)
    var entry = Entry(
      id: id,
      stream: stream,
      finding: finding(text, number: index + 1),
      firstSeen: monday
    )
    entry.state = state
    entry.change = Change.allCases[index % 8]
    entry.matchedBy = MatchPass.allCases[index % 7]
    entry.lastSeen = tuesday
    entry.fixedAt = state == .fixed ? tuesday : nil
    entry.unknownSince = state == .unknown ? monday : nil
    entry.reason = text
    entry.possiblyMovedFrom = ["ID0X0"]
    return entry
  }

  private static func scan(_ outcome: Scan.Outcome) -> Scan {
    let stream = Stream(project: "shop", category: .sast, scanner: hostileTexts[0])
    var scan = Scan(stream: stream, outcome: outcome, reason: hostileTexts[1])
    guard outcome != .missing else { return scan }
    let artifact = Artifact(
      key: hostileTexts[2],
      size: 12,
      version: "\"etag\"",
      modified: monday,
      sha256: String(repeating: "0f", count: 32)
    )
    scan.artifacts = [artifact]
    scan.alternates = [artifact]
    scan.reader = "sarif"
    scan.scannerVersion = hostileTexts[3]
    scan.notes = [hostileTexts[4]]
    scan.checks = Checks(passed: 3, manual: 2, muted: 1)
    scan.observedAt = monday
    scan.completeAt = tuesday
    return scan
  }
}
