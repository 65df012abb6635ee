import Findings
import Reconciliation

// Ledgers with everything in them that the types allow.
extension Dice {
  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &self) }

  mutating func text() -> String {
    let parts = [
      "a", "src/", "é", "e\u{301}", "\u{1F}", "\n", "\"", "\\", "<b>", "\u{2028}", "\u{0}", "😀",
      " ",
      ",", "]",
    ]
    return (0..<roll(5)).map { _ in parts[roll(parts.count)] }.joined()
  }

  mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? {
    roll(2) == 0 ? nil : make(&self)
  }

  mutating func one<Value>(of values: [Value]) -> Value { values[roll(values.count)] }

  mutating func some<Value>(_ make: (inout Dice) -> Value) -> [Value] {
    (0..<roll(3)).map { _ in make(&self) }
  }

  mutating func instant() -> Instant {
    let range = roll(20) == 0 ? -(1 << 50)..<(1 << 50) : 1_700_000_000..<1_900_000_000
    return Instant(seconds: Int64(Int.random(in: range, using: &self)))
  }

  mutating func finding(rules: [Rule]) -> Finding {
    var location = Location(
      path: maybe { $0.text() },
      line: maybe { $0.roll(1_000) },
      endLine: maybe { $0.roll(1_000) },
      column: maybe { $0.roll(100) }
    )
    location.logical = maybe { $0.text() }
    location.package = maybe { dice in
      Package(
        ecosystem: dice.text(),
        name: dice.text(),
        version: dice.maybe { $0.text() },
        fixedIn: dice.maybe { $0.text() }
      )
    }
    for field: WritableKeyPath<Location, String?> in [
      \.resource, \.url, \.method, \.parameter, \.image, \.account, \.region, \.cluster, \.commit,
    ] { location[keyPath: field] = maybe { $0.text() } }
    let isSame = roll(2) == 0
    let place = Place(
      path: isSame ? location.path ?? "" : text(),
      line: isSame ? location.line : maybe { $0.roll(1_000) },
      logical: maybe { $0.text() },
      snippet: maybe { $0.next() },
      fingerprint: maybe { $0.text() }
    )
    let rule = one(of: rules)
    return Finding(
      rule: rule,
      severity: one(of: Severity.allCases),
      scannerSeverity: maybe { $0.text() },
      title: roll(2) == 0 ? rule.name : text(),
      message: maybe { $0.text() },
      location: location,
      identity: Identity(key: text(), place: place),
      identifiers: some {
        Identifier(kind: $0.one(of: Identifier.Kind.allCases), value: $0.text())
      },
      cvss: maybe { dice in
        CVSS(score: Double(dice.roll(101)) / 10, vector: dice.maybe { $0.text() })
      },
      suppression: maybe { dice in
        Suppression(
          source: dice.one(of: [.scanner, .policy]),
          justification: dice.maybe { $0.text() }
        )
      },
      occurrences: 1 + roll(3)
    )
  }

  mutating func entry(_ number: Int, streams: [Stream], rules: [Rule]) -> Entry {
    var entry = Entry(
      id: "id\(number)",
      stream: one(of: streams),
      finding: finding(rules: rules),
      firstSeen: instant()
    )
    entry.state = one(of: State.allCases)
    entry.change = one(of: Change.allCases)
    entry.matchedBy = maybe { $0.one(of: MatchPass.allCases) }
    entry.lastSeen = instant()
    entry.fixedAt = maybe { $0.instant() }
    entry.unknownSince = maybe { $0.instant() }
    entry.reason = maybe { $0.text() }
    entry.possiblyMovedFrom = some { $0.text() }
    entry.differences = some { dice in
      Difference(field: dice.text(), before: dice.text(), after: dice.text())
    }
    entry.history = some { dice in
      Event(at: dice.instant(), change: dice.one(of: Change.allCases), note: dice.text())
    }
    return entry
  }

  mutating func artifact() -> Artifact {
    Artifact(
      key: text(),
      size: roll(1_000),
      version: text(),
      modified: instant(),
      sha256: text()
    )
  }

  mutating func scan(of stream: Stream) -> Scan {
    var scan = Scan(stream: stream, outcome: one(of: Scan.Outcome.allCases), reason: text())
    scan.artifacts = some { $0.artifact() }
    scan.alternates = some { $0.artifact() }
    scan.reader = maybe { $0.text() }
    scan.scannerVersion = maybe { $0.text() }
    scan.notes = some { $0.text() }
    scan.findings = roll(100)
    scan.skipped = roll(100)
    scan.checks = Checks(passed: roll(9), manual: roll(9), muted: roll(9))
    scan.observedAt = maybe { $0.instant() }
    scan.completeAt = maybe { $0.instant() }
    return scan
  }

  mutating func counts() -> SeverityCounts {
    var counts = SeverityCounts()
    for severity in Severity.allCases { counts[severity] = roll(3) }
    return counts
  }

  mutating func snapshot() -> ProjectSnapshot {
    let streams = (0...roll(3)).map { number in
      Stream(
        project: text(),
        category: Findings.Category(rawValue: text()),
        scanner: "s\(number)",
        target: text()
      )
    }
    let rules = (0...roll(4)).map { number in
      Rule(
        id: roll(3) == 0 ? "same" : "r\(number)",
        name: maybe { $0.text() },
        description: maybe { $0.text() },
        remediation: maybe { $0.text() },
        references: some { $0.text() }
      )
    }
    let ledger = ProjectLedger(
      name: text(),
      isBaseline: roll(2) == 0,
      scans: streams.map { scan(of: $0) },
      entries: (0..<roll(20)).map { entry($0, streams: streams, rules: rules) },
      trend: some { dice in
        TrendPoint(
          at: dice.instant(),
          open: dice.counts(),
          unknown: dice.roll(9),
          suppressed: dice.roll(9),
          opened: dice.roll(9),
          closed: dice.roll(9)
        )
      }
    )
    return ProjectSnapshot(moment: instant(), tool: text(), ledger: ledger)
  }
}
