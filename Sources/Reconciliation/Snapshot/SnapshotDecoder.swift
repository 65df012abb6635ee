internal import Findings
internal import Syntax

/// Reads a snapshot's NDJSON; fields and kinds of lines that it does not know are passed over.
struct SnapshotDecoder {
  private var streams: [Stream] = []
  private var rules: [KnownRule] = []
  private var memory = SnapshotMemory()
  private var scans: [Scan] = []
  private var entries: [Entry] = []
  private var trend: [TrendPoint] = []

  /// The snapshot in NDJSON.
  static func decode(_ bytes: [UInt8]) throws(SyntaxError) -> ProjectSnapshot {
    let document = try NDJSON.parse(bytes)
    var decoder = SnapshotDecoder()
    var lines = document.root.elements
    do throws(SyntaxError) {
      guard let header = lines.next() else { throw SyntaxError(place: "[0]", problem: "is empty") }
      var snapshot = try decoder.header(header)
      decoder.entries.reserveCapacity(bytes.count / 1_024)
      while let line = lines.next() { try decoder.read(line) }
      snapshot.ledger.scans = decoder.scans
      snapshot.ledger.entries = decoder.entries
      snapshot.ledger.trend = decoder.trend
      return snapshot
    } catch {
      throw SyntaxError(place: NDJSON.place(error.place), problem: error.problem)
    }
  }

  private mutating func header(_ line: JSON) throws(SyntaxError) -> ProjectSnapshot {
    guard line["type"].equals("snapshot") else {
      throw line.error("does not begin with the header of a snapshot")
    }
    try line.requireFormat(upTo: ProjectSnapshot.formatVersion)
    let ledger = ProjectLedger(
      name: try line.requiredString("project"),
      isBaseline: line["baseline"].bool ?? false,
      scans: [],
      entries: [],
      trend: []
    )
    return ProjectSnapshot(
      moment: try memory.requiredInstant(line, "moment"),
      tool: try line.requiredString("tool"),
      ledger: ledger
    )
  }

  private mutating func read(_ line: JSON) throws(SyntaxError) {
    let type = line["type"]
    if type.equals("finding") {
      entries.append(try entry(line))
    } else if type.equals("rule") {
      rules.append(KnownRule(try rule(line)))
    } else if type.equals("stream") {
      streams.append(try stream(line))
    } else if type.equals("scan") {
      scans.append(try scan(line))
    } else if type.equals("trend") {
      trend.append(try point(line))
    } else if !type.exists {
      throw line.error("has no type")
    }
  }

  private func stream(_ line: JSON) throws(SyntaxError) -> Stream {
    Stream(
      project: try line.requiredString("project"),
      category: Category(rawValue: try line.requiredString("category")),
      scanner: try line.requiredString("scanner"),
      target: try line.optionalString("target") ?? ""
    )
  }

  private func rule(_ line: JSON) throws(SyntaxError) -> Rule {
    Rule(
      id: try line.requiredString("id"),
      name: try line.optionalString("name"),
      description: try line.optionalString("description"),
      remediation: try line.optionalString("remediation"),
      references: try line.optionalStrings("references")
    )
  }

  private mutating func point(_ line: JSON) throws(SyntaxError) -> TrendPoint {
    TrendPoint(
      at: try memory.requiredInstant(line, "at"),
      open: try line.severityCounts("open"),
      unknown: try line.requiredInt("unknown"),
      suppressed: try line.requiredInt("suppressed"),
      opened: try line.requiredInt("opened"),
      closed: try line.requiredInt("closed")
    )
  }

  private mutating func scan(_ line: JSON) throws(SyntaxError) -> Scan {
    var scan = Scan(
      stream: try line.choice("stream", among: streams),
      outcome: try line.requiredWord("outcome"),
      reason: try line.optionalString("reason") ?? ""
    )
    scan.notes = try line.optionalStrings("notes")
    scan.reader = try line.optionalString("reader")
    scan.scannerVersion = try line.optionalString("scannerVersion")
    scan.findings = try line.requiredInt("findings")
    scan.skipped = try line.requiredInt("skipped")
    let checks = try line.requiredObject("checks")
    scan.checks = Checks(
      passed: try checks.requiredInt("passed"),
      manual: try checks.requiredInt("manual"),
      muted: try checks.requiredInt("muted")
    )
    scan.observedAt = try memory.optionalInstant(line, "observedAt")
    scan.completeAt = try memory.optionalInstant(line, "completeAt")
    scan.artifacts = try artifacts(line, "artifacts")
    scan.alternates = try artifacts(line, "alternates")
    return scan
  }

  private mutating func artifacts(
    _ line: JSON,
    _ key: StaticString
  ) throws(SyntaxError) -> [Artifact] {
    var artifacts: [Artifact] = []
    for element in try line.optionalArray(key).elements {
      artifacts.append(
        Artifact(
          key: try element.requiredString("key"),
          size: try element.requiredInt("size"),
          version: try element.requiredString("version"),
          modified: try memory.requiredInstant(element, "modified"),
          sha256: try element.optionalString("sha256") ?? ""
        )
      )
    }
    return artifacts
  }

  private mutating func entry(_ line: JSON) throws(SyntaxError) -> Entry {
    let rule = try line.index("rule", below: rules.count)
    var entry = Entry(
      id: try line.requiredString("id"),
      stream: try line.choice("stream", among: streams),
      finding: try rules[rule].finding(line),
      firstSeen: try memory.requiredInstant(line, "firstSeen")
    )
    entry.state = try line.requiredWord("state")
    entry.change = try line.requiredWord("change")
    entry.matchedBy = try line.optionalWord("matchedBy")
    entry.lastSeen = try memory.requiredInstant(line, "lastSeen")
    entry.fixedAt = try memory.optionalInstant(line, "fixedAt")
    entry.unknownSince = try memory.optionalInstant(line, "unknownSince")
    entry.reason = try line.optionalString("reason")
    entry.possiblyMovedFrom = try line.optionalStrings("possiblyMovedFrom")
    for element in try line.optionalArray("differences").elements {
      entry.differences.append(
        Difference(
          field: try element.requiredString("field"),
          before: try element.requiredString("before"),
          after: try element.requiredString("after")
        )
      )
    }
    var history: [Event] = []
    for element in try line.optionalArray("history").elements {
      let event = Event(
        at: try memory.requiredInstant(element, "at"),
        change: try element.requiredWord("change"),
        note: try element.optionalString("note") ?? ""
      )
      history.append(event)
    }
    entry.history = history
    return entry
  }
}
