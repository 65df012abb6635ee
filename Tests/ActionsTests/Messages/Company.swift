import Findings
import Reconciliation

/// Some projects, night after night: things break, get worse, are fixed, and scans fail.
struct Company {
  /// One thing that is wrong somewhere.
  struct Flaw: Hashable {
    var name: String
    var severity: Severity
    var isThere = true
    var isAccepted = false
  }

  private(set) var moment = Instant(seconds: 1_790_000_000)
  private(set) var projects: [String: [Flaw]] = [:]
  private var ledgers: [String: ProjectLedger] = [:]
  private var runs: [Instant] = []
  private var count = 0
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed) }

  /// A night in which anything may happen.
  mutating func night() -> Ledger {
    if projects.isEmpty || (projects.count < 3 && dice.roll(6) == 0) {
      projects["p\(projects.count)"] = flaws(dice.roll(6))
    }
    for name in projects.keys.sorted() {
      var flaws = projects[name] ?? []
      for index in flaws.indices { change(&flaws[index]) }
      projects[name] = flaws + self.flaws(dice.roll(3))
    }
    return scanned { _, dice in
      [.complete, .complete, .complete, .complete, .partial, .failed][dice.roll(6)]
    }
  }

  /// A night with these flaws.
  mutating func night(
    _ flaws: [String: [Flaw]],
    _ outcome: Scan.Outcome = .complete
  ) -> Ledger {
    projects = flaws
    return scanned { _, _ in outcome }
  }

  private mutating func flaws(_ number: Int) -> [Flaw] {
    var flaws: [Flaw] = []
    for _ in 0..<number {
      count += 1
      flaws.append(Flaw(name: "flaw\(count)", severity: dice.one(of: Severity.allCases)))
    }
    return flaws
  }

  private mutating func change(_ flaw: inout Flaw) {
    if dice.roll(5) == 0 { flaw.isThere.toggle() }
    if dice.roll(6) == 0 { flaw.severity = dice.one(of: Severity.allCases) }
    if dice.roll(10) == 0 { flaw.isAccepted.toggle() }
  }

  private mutating func scanned(_ outcome: (String, inout Dice) -> Scan.Outcome) -> Ledger {
    let previous = runs.last
    moment.seconds += 86_400
    runs.append(moment)
    for (name, flaws) in projects.sorted(by: { $0.key < $1.key }) {
      let stream = Stream(project: name, category: .sast, scanner: "semgrep")
      var scan = Scan(stream: stream, outcome: outcome(name, &dice))
      if scan.outcome != .complete { scan.reason = "it was cut off" }
      scan.observedAt = moment
      // A partial scan shows some of what there is.
      let seen = flaws.filter { flaw in
        switch scan.outcome {
        case .complete: flaw.isThere
        case .partial: flaw.isThere && dice.roll(2) == 0
        case .failed, .missing: false
        }
      }
      let readings = ProjectReadings(
        project: name,
        scans: [StreamReading(scan: scan, findings: seen.map(\.finding))]
      )
      let before = ledgers[name].map {
        ProjectSnapshot(moment: previous ?? moment, tool: "tests", ledger: $0)
      }
      ledgers[name] = reconcile(readings, with: before, at: moment)
    }
    return Ledger(
      moment: moment,
      previous: previous,
      runs: runs,
      projects: ledgers.keys.sorted().compactMap { ledgers[$0] }
    )
  }
}

extension Company.Flaw {
  /// What a scanner says of it.
  var finding: Finding {
    let path = "src/\(name).py"
    var finding = Finding(
      rule: Rule(id: name),
      severity: severity,
      title: name,
      location: Location(path: path, line: 1),
      identity: .code(rule: name, at: Place(path: path, line: 1))
    )
    if isAccepted { finding.suppression = Suppression() }
    return finding
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

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }

  mutating func one<Value>(of values: [Value]) -> Value { values[roll(values.count)] }
}
