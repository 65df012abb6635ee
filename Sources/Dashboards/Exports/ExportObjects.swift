internal import Actions
internal import Findings
internal import Reconciliation
internal import Syntax
internal import Templates

// The objects that report.json and `vigil inspect --format json` have in common; what is not known
// is left out. The schema is site/report.schema.json.
extension JSONWriter {
  /// Writes a finding over time.
  mutating func object(_ entry: Entry, ticket: Ticket?, moments: inout MomentTexts) {
    beginObject()
    field("id", entry.id)
    members(of: entry.finding, in: entry.stream)
    field("state", entry.state.rawValue)
    field("change", entry.change.rawValue)
    field("matchedBy", entry.matchedBy?.rawValue)
    field("firstSeen", moments[entry.firstSeen])
    field("lastSeen", moments[entry.lastSeen])
    field("fixedAt", entry.fixedAt.map { moments[$0] })
    field("unknownSince", entry.unknownSince.map { moments[$0] })
    field("reason", entry.reason)
    texts("possiblyMovedFrom", entry.possiblyMovedFrom)
    if let ticket { object(ticket, moments: &moments) }
    endObject()
  }

  private mutating func object(_ ticket: Ticket, moments: inout MomentTexts) {
    guard let issue = ticket.issue else { return }
    key("ticket")
    beginObject()
    field("key", issue.key.bounded)
    field("url", Link(external: issue.url)?.address.bounded)
    field("isMissing", ticket.missing == nil ? nil : true)
    field("status", ticket.seen?.status.bounded)
    field("phase", ticket.seen?.phase.rawValue)
    if let decision = ticket.decision {
      key("decision")
      beginObject()
      field("kind", decision.kind.rawValue)
      field("word", decision.word.bounded)
      field("by", decision.by?.bounded)
      field("at", decision.at.map { moments[$0] })
      endObject()
    }
    endObject()
  }

  /// Writes a finding as one report has it, without a past.
  mutating func object(_ finding: Finding, in stream: Stream) {
    beginObject()
    members(of: finding, in: stream)
    field("state", (finding.suppression == nil ? State.open : .suppressed).rawValue)
    endObject()
  }

  private mutating func members(of finding: Finding, in stream: Stream) {
    members(of: stream)
    key("rule")
    beginObject()
    field("id", finding.rule.id.bounded)
    if finding.rule.name != finding.rule.id { field("name", finding.rule.name.bounded) }
    endObject()
    field("severity", finding.severity.rawValue)
    field("scannerSeverity", finding.scannerSeverity?.bounded)
    field("title", finding.title.bounded)
    key("location")
    object(finding.location)
    if finding.occurrences > 1 { field("occurrences", finding.occurrences) }
    texts("identifiers", finding.identifiers.map(\.label))
    if let cvss = finding.cvss {
      key("cvss")
      beginObject()
      field("score", cvss.score)
      field("vector", cvss.vector?.bounded)
      endObject()
    }
    if let suppression = finding.suppression {
      key("suppression")
      beginObject()
      field("source", suppression.source.rawValue)
      field("justification", suppression.justification?.bounded)
      endObject()
    }
  }

  /// Writes texts unless there are none.
  private mutating func texts(_ name: StaticString, _ texts: [String]) {
    if !texts.isEmpty { field(name, texts) }
  }

  private mutating func members(of stream: Stream) {
    field("project", stream.project.bounded)
    field("category", stream.category.rawValue.bounded)
    field("scanner", stream.scanner.bounded)
    if !stream.target.isEmpty { field("target", stream.target.bounded) }
  }

  private mutating func object(_ location: Location) {
    beginObject()
    field("path", location.path?.bounded)
    field("line", location.line)
    if location.endLine != location.line { field("endLine", location.endLine) }
    field("column", location.column)
    field("logical", location.logical?.bounded)
    if let package = location.package {
      field("package", package.name.bounded)
      if !package.ecosystem.isEmpty { field("ecosystem", package.ecosystem.bounded) }
      field("version", package.version?.bounded)
      field("fixedIn", package.fixedIn?.bounded)
    }
    field("resource", location.resource?.bounded)
    field("url", location.url?.bounded)
    field("method", location.method?.bounded)
    field("parameter", location.parameter?.bounded)
    field("image", location.image?.bounded)
    field("account", location.account?.bounded)
    field("region", location.region?.bounded)
    field("cluster", location.cluster?.bounded)
    field("commit", location.commit?.bounded)
    endObject()
  }

  /// Writes a scan and its evidence.
  mutating func object(_ scan: Scan, moments: inout MomentTexts) {
    beginObject()
    members(of: scan.stream)
    field("artifact", scan.artifacts.first?.key.bounded)
    if let sha256 = scan.artifacts.first?.sha256, !sha256.isEmpty { field("sha256", sha256) }
    key("artifacts")
    beginArray()
    for artifact in scan.artifacts { object(artifact, moments: &moments) }
    endArray()
    texts("alternates", scan.alternates.map(\.key.bounded))
    field("reader", scan.reader)
    field("scannerVersion", scan.scannerVersion?.bounded)
    field("outcome", scan.outcome.rawValue)
    if !scan.reason.isEmpty { field("reason", scan.reason.bounded) }
    texts("notes", scan.notes.map(\.bounded))
    field("findings", scan.findings)
    field("skipped", scan.skipped)
    field("checksPassed", scan.checks.passed)
    field("checksManual", scan.checks.manual)
    field("checksMuted", scan.checks.muted)
    field("observedAt", scan.observedAt.map { moments[$0] })
    field("completeAt", scan.completeAt.map { moments[$0] })
    endObject()
  }

  private mutating func object(_ artifact: Artifact, moments: inout MomentTexts) {
    beginObject()
    field("key", artifact.key.bounded)
    field("size", artifact.size)
    if !artifact.sha256.isEmpty { field("sha256", artifact.sha256) }
    field("modified", moments[artifact.modified])
    endObject()
  }
}
