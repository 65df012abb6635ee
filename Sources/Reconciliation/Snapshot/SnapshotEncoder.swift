internal import Findings
internal import Syntax

/// Writes a snapshot as NDJSON: a header, then a line for each stream, rule, scan, finding and
/// point of the trend.
///
/// Streams and rules are written once, and findings refer to them by their number among their
/// kind. What is empty or nil is left out.
struct SnapshotEncoder {
  private var json: JSONWriter
  private var streams: [Stream: Int] = [:]
  /// The numbers of the rules, by identifier first: comparing long descriptions is dear.
  private var rules: [String: [(rule: Rule, number: Int)]] = [:]
  private var ruleCount = 0
  private var moments: [Instant: String] = [:]

  init(_ snapshot: ProjectSnapshot) {
    json = JSONWriter(capacity: 4_096 + snapshot.ledger.entries.count * 640)
    header(snapshot)
    for scan in snapshot.ledger.scans { write(scan) }
    for entry in snapshot.ledger.entries { write(entry) }
    for point in snapshot.ledger.trend { write(point) }
  }

  /// Gives the finished bytes away.
  mutating func take() -> [UInt8] { json.take() }

  private mutating func header(_ snapshot: ProjectSnapshot) {
    line("snapshot") { encoder in
      encoder.json.field("format", ProjectSnapshot.formatVersion)
      encoder.json.field("project", snapshot.ledger.name)
      encoder.field("moment", snapshot.moment)
      encoder.json.field("tool", snapshot.tool)
      encoder.json.field("baseline", snapshot.ledger.isBaseline)
    }
  }

  private mutating func write(_ entry: Entry) {
    let stream = number(of: entry.stream)
    let rule = number(of: entry.finding.rule)
    line("finding") { encoder in
      encoder.json.field("id", entry.id)
      encoder.json.field("stream", stream)
      encoder.json.field("rule", rule)
      encoder.json.field("state", entry.state.rawValue)
      encoder.json.field("change", entry.change.rawValue)
      encoder.json.field("matchedBy", entry.matchedBy?.rawValue)
      encoder.field("firstSeen", entry.firstSeen)
      encoder.field("lastSeen", entry.lastSeen)
      encoder.field("fixedAt", entry.fixedAt)
      encoder.field("unknownSince", entry.unknownSince)
      encoder.json.field("reason", entry.reason)
      encoder.json.field("possiblyMovedFrom", entry.possiblyMovedFrom)
      encoder.write(entry.finding)
      encoder.array("differences", entry.differences) { encoder, difference in
        encoder.json.field("field", difference.field)
        encoder.json.field("before", difference.before)
        encoder.json.field("after", difference.after)
      }
      encoder.array("history", entry.history) { encoder, event in
        encoder.field("at", event.at)
        encoder.json.field("change", event.change.rawValue)
        encoder.filled("note", event.note)
      }
    }
  }

  private mutating func write(_ finding: Finding) {
    json.field("severity", finding.severity.rawValue)
    json.field("scannerSeverity", finding.scannerSeverity)
    if finding.title != finding.rule.name { json.field("title", finding.title) }
    json.field("message", finding.message)
    object("location") { $0.write(finding.location) }
    json.field("key", finding.identity.key)
    object("place") { $0.write(finding.identity.place, at: finding.location) }
    array("identifiers", finding.identifiers) { encoder, identifier in
      encoder.json.field("kind", identifier.kind.rawValue)
      encoder.json.field("value", identifier.value)
    }
    if let cvss = finding.cvss {
      object("cvss") { encoder in
        encoder.json.field("score", cvss.score)
        encoder.json.field("vector", cvss.vector)
      }
    }
    if let suppression = finding.suppression {
      object("suppression") { encoder in
        encoder.json.field("source", suppression.source.rawValue)
        encoder.json.field("justification", suppression.justification)
      }
    }
    if finding.occurrences != 1 { json.field("occurrences", finding.occurrences) }
  }

  private mutating func write(_ location: Location) {
    json.field("path", location.path)
    json.field("line", location.line)
    json.field("endLine", location.endLine)
    json.field("column", location.column)
    json.field("logical", location.logical)
    if let package = location.package {
      object("package") { encoder in
        encoder.filled("ecosystem", package.ecosystem)
        encoder.json.field("name", package.name)
        encoder.json.field("version", package.version)
        encoder.json.field("fixedIn", package.fixedIn)
      }
    }
    json.field("resource", location.resource)
    json.field("url", location.url)
    json.field("method", location.method)
    json.field("parameter", location.parameter)
    json.field("image", location.image)
    json.field("account", location.account)
    json.field("region", location.region)
    json.field("cluster", location.cluster)
    json.field("commit", location.commit)
  }

  /// Writes a place; what it shares with the location is left out, and a line it lacks is `null`.
  private mutating func write(_ place: Place, at location: Location) {
    if place.path != location.path ?? "" { json.field("path", place.path) }
    if place.line != location.line {
      json.key("line")
      if let line = place.line { json.int(line) } else { json.null() }
    }
    json.field("logical", place.logical)
    // In hexadecimal: JSON tools keep only 53 bits of a number.
    json.field("snippet", place.snippet.map { String($0, radix: 16) })
    json.field("fingerprint", place.fingerprint)
  }
}

extension SnapshotEncoder {
  private mutating func write(_ scan: Scan) {
    let stream = number(of: scan.stream)
    line("scan") { encoder in
      encoder.json.field("stream", stream)
      encoder.json.field("outcome", scan.outcome.rawValue)
      encoder.filled("reason", scan.reason)
      encoder.json.field("notes", scan.notes)
      encoder.json.field("reader", scan.reader)
      encoder.json.field("scannerVersion", scan.scannerVersion)
      encoder.json.field("findings", scan.findings)
      encoder.json.field("skipped", scan.skipped)
      encoder.object("checks") { encoder in
        encoder.json.field("passed", scan.checks.passed)
        encoder.json.field("manual", scan.checks.manual)
        encoder.json.field("muted", scan.checks.muted)
      }
      encoder.field("observedAt", scan.observedAt)
      encoder.field("completeAt", scan.completeAt)
      encoder.array("artifacts", scan.artifacts) { $0.write($1) }
      encoder.array("alternates", scan.alternates) { $0.write($1) }
    }
  }

  private mutating func write(_ artifact: Artifact) {
    json.field("key", artifact.key)
    json.field("size", artifact.size)
    json.field("version", artifact.version)
    field("modified", artifact.modified)
    filled("sha256", artifact.sha256)
  }

  private mutating func write(_ point: TrendPoint) {
    line("trend") { encoder in
      encoder.field("at", point.at)
      encoder.object("open") { $0.json.fields(point.open) }
      encoder.json.field("unknown", point.unknown)
      encoder.json.field("suppressed", point.suppressed)
      encoder.json.field("opened", point.opened)
      encoder.json.field("closed", point.closed)
    }
  }

  /// The number of a stream, written as a line of its own the first time.
  private mutating func number(of stream: Stream) -> Int {
    if let number = streams[stream] { return number }
    let number = streams.count
    streams[stream] = number
    line("stream") { encoder in
      encoder.json.field("project", stream.project)
      encoder.json.field("category", stream.category.rawValue)
      encoder.json.field("scanner", stream.scanner)
      encoder.filled("target", stream.target)
    }
    return number
  }

  /// The number of a rule, written as a line of its own the first time.
  private mutating func number(of rule: Rule) -> Int {
    if let known = rules[rule.id]?.first(where: { $0.rule == rule }) { return known.number }
    let number = ruleCount
    ruleCount += 1
    rules[rule.id, default: []].append((rule, number))
    line("rule") { encoder in
      encoder.json.field("id", rule.id)
      if rule.name != rule.id { encoder.json.field("name", rule.name) }
      encoder.json.field("description", rule.description)
      encoder.json.field("remediation", rule.remediation)
      encoder.json.field("references", rule.references)
    }
    return number
  }
}

extension SnapshotEncoder {
  private mutating func line(_ type: String, _ write: (inout SnapshotEncoder) -> Void) {
    json.beginObject()
    json.field("type", type)
    write(&self)
    json.endObject()
    json.endLine()
  }

  private mutating func object(_ name: StaticString, _ write: (inout SnapshotEncoder) -> Void) {
    json.key(name)
    json.beginObject()
    write(&self)
    json.endObject()
  }

  /// Writes an array of objects, unless it is empty.
  private mutating func array<Element>(
    _ name: StaticString,
    _ elements: [Element],
    _ write: (inout SnapshotEncoder, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      write(&self, element)
      json.endObject()
    }
    json.endArray()
  }

  /// Writes a text, unless it is empty.
  private mutating func filled(_ name: StaticString, _ text: String) {
    if !text.isEmpty { json.field(name, text) }
  }

  private mutating func field(_ name: StaticString, _ moment: Instant?) {
    guard let moment else { return }
    if let text = moments[moment] { return json.field(name, text) }
    // ISO 8601 has four digits for the year: beyond them the seconds themselves are written.
    guard (0...9999).contains(moment.civil.year) else {
      return json.field(name, Int(moment.seconds))
    }
    moments[moment] = moment.description
    json.field(name, moment.description)
  }
}

extension JSONWriter {
  /// Writes a member for each severity of which there is one.
  mutating func fields(_ counts: SeverityCounts) {
    for severity in Severity.allCases where counts[severity] != 0 {
      key(text: severity.rawValue)
      int(counts[severity])
    }
  }
}
