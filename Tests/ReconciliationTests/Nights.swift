import Findings
import Reconciliation

/// One project, night after night.
struct Nights {
  static let stream = Stream(project: "shop", category: .sast, scanner: "semgrep")

  var options = ReconcileOptions()
  private(set) var moment = Instant(seconds: 1_790_000_000)
  private(set) var ledger: ProjectLedger?

  var snapshot: ProjectSnapshot? {
    ledger.map { ProjectSnapshot(moment: moment, tool: "0.1.0", ledger: $0) }
  }

  /// A night some days after the last, with what the scanners say.
  @discardableResult
  mutating func run(
    _ scans: [StreamReading],
    unchanged: [Stream] = [],
    after days: Int = 1
  ) -> ProjectLedger {
    let before = snapshot
    moment.seconds += Int64(days) * 86_400
    let readings = ProjectReadings(project: "shop", scans: scans, unchanged: unchanged)
    let ledger = reconcile(readings, with: before, at: moment, options: options)
    self.ledger = ledger
    return ledger
  }

  /// A night on which the one stream reports these findings.
  @discardableResult
  mutating func run(
    _ findings: [Finding],
    _ outcome: Scan.Outcome = .complete,
    after days: Int = 1
  ) -> ProjectLedger {
    run([reading(findings, outcome)], after: days)
  }
}

func stream(_ category: Findings.Category, _ scanner: String, _ target: String = "") -> Stream {
  Stream(project: "shop", category: category, scanner: scanner, target: target)
}

func reading(
  _ findings: [Finding],
  _ outcome: Scan.Outcome = .complete,
  of stream: Stream = Nights.stream,
  paths: Set<String>? = nil,
  rules: Set<String>? = nil
) -> StreamReading {
  var scan = Scan(
    stream: stream,
    outcome: outcome,
    reason: outcome == .complete ? "" : "it was cut off"
  )
  scan.observedAt = Instant(seconds: 1_789_999_000)
  scan.findings = findings.count
  return StreamReading(scan: scan, findings: findings, coveredPaths: paths, coveredRules: rules)
}

/// A finding in code.
func code(
  _ rule: String,
  _ path: String,
  _ line: Int,
  snippet: UInt64? = nil,
  severity: Severity = .medium,
  fingerprint: String? = nil,
  logical: String? = nil
) -> Finding {
  let place = Place(
    path: path,
    line: line,
    logical: logical,
    snippet: snippet,
    fingerprint: fingerprint
  )
  return Finding(
    rule: Rule(id: rule),
    severity: severity,
    title: rule,
    location: Location(path: path, line: line),
    identity: .code(rule: rule, at: place)
  )
}

/// A vulnerable package.
func vulnerable(
  _ name: String,
  _ version: String,
  advisory: String = "CVE-2026-1000",
  in manifest: String = "package-lock.json",
  fixedIn: String? = nil
) -> Finding {
  let package = Package(ecosystem: "npm", name: name, version: version, fixedIn: fixedIn)
  var location = Location(path: manifest)
  location.package = package
  return Finding(
    rule: Rule(id: advisory),
    severity: .high,
    title: "\(advisory) in \(name)",
    location: location,
    identity: .dependency(advisory: advisory, package: package, manifest: manifest)
  )
}

/// A secret.
func secret(_ digest: String, _ path: String, _ line: Int) -> Finding {
  Finding(
    rule: Rule(id: "aws-key"),
    severity: .critical,
    title: "AWS key",
    location: Location(path: path, line: line),
    identity: .secret(rule: "aws-key", digest: digest, at: Place(path: path, line: line))
  )
}

extension ProjectLedger {
  /// How many entries the run changed in each way; those it did not are left out.
  var changes: [Change: Int] {
    entries.reduce(into: [:]) { $0[$1.change, default: 0] += 1 }
  }

  /// How many entries are in each state.
  var states: [State: Int] {
    entries.reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
  }

  /// The entry of a finding at a place.
  func entry(_ path: String, _ line: Int? = nil) -> Entry? {
    entries.first { entry in
      entry.finding.location.path == path && (line == nil || entry.finding.location.line == line)
    }
  }
}

/// Random numbers that are the same each time (SplitMix64).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
