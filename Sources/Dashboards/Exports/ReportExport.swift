public import Actions
internal import Findings
public import Reconciliation
internal import Syntax

/// `report.json`: a ledger for programs, as site/report.schema.json describes it.
///
/// Only what a reader made presentable is in it: no code, no secret, no key of an identity.
public struct ReportExport: Sendable {
  /// What the file calls itself.
  public static let schema = "vigil-report"
  /// The schema's version; it changes when a program that reads the file would have to.
  public static let version = 1

  private let ledger: Ledger
  private let generatedBy: String
  private let tickets: TicketsOfFindings

  /// An export of a ledger; `generatedBy` is the program and its version.
  public init(_ ledger: Ledger, generatedBy: String, tickets: TicketReport? = nil) {
    self.ledger = ledger
    self.generatedBy = generatedBy
    self.tickets = TicketsOfFindings(tickets)
  }

  /// Writes the file piece by piece; throws what the sink throws.
  public func write<Failure: Error>(
    chunk: Int = 65_536,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = JSONWriter(capacity: Self.room(for: chunk))
    var moments = MomentTexts()
    writer.beginObject()
    head(&writer, &moments)
    writer.key("scans")
    writer.beginArray()
    for project in ledger.projects {
      for scan in project.scans {
        writer.object(scan, moments: &moments)
        try drain(&writer, chunk, to: sink)
      }
    }
    writer.endArray()
    writer.key("findings")
    writer.beginArray()
    for project in ledger.projects {
      for entry in project.entries {
        writer.object(entry, ticket: tickets[entry.id], moments: &moments)
        try drain(&writer, chunk, to: sink)
      }
    }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    try sink(writer.drain())
  }

  private func drain<Failure: Error>(
    _ writer: inout JSONWriter,
    _ chunk: Int,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard writer.bytes.count >= chunk else { return }
    try sink(writer.drain(reserving: Self.room(for: chunk)))
  }

  /// Room for a piece and the object that overfills it, within reason.
  private static func room(for chunk: Int) -> Int { min(chunk, 1 << 20) * 5 / 4 }

  private func head(_ writer: inout JSONWriter, _ moments: inout MomentTexts) {
    let projects = ledger.projects.map { (project: $0, totals: LedgerTotals($0)) }
    var totals = LedgerTotals()
    for project in projects { totals += project.totals }
    writer.field("schema", Self.schema)
    writer.field("version", Self.version)
    writer.field("generatedBy", generatedBy)
    writer.field("moment", moments[ledger.moment])
    writer.field("previous", ledger.previous.map { moments[$0] })
    if !ledger.snapshot.isEmpty { writer.field("snapshot", ledger.snapshot) }
    writer.field("baseline", ledger.previous == nil)
    writer.key("totals")
    writer.object(totals)
    writer.key("projects")
    writer.beginArray()
    for (project, totals) in projects {
      writer.beginObject()
      writer.field("name", project.name.bounded)
      writer.field("baseline", project.isBaseline)
      writer.key("totals")
      writer.object(totals)
      writer.endObject()
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// Writes counts, every word of each list, 0 included.
  fileprivate mutating func object(_ totals: LedgerTotals) {
    beginObject()
    key("open")
    beginObject()
    field("total", totals.open.total)
    for severity in Severity.allCases { count(severity.rawValue, totals.open[severity]) }
    endObject()
    counts("states", totals.states)
    counts("changes", totals.changes)
    counts("scans", totals.outcomes)
    endObject()
  }

  private mutating func counts<Word>(_ name: StaticString, _ counts: [Word: Int])
  where Word: CaseIterable & Hashable & RawRepresentable<String> {
    key(name)
    beginObject()
    for word in Word.allCases { count(word.rawValue, counts[word] ?? 0) }
    endObject()
  }

  private mutating func count(_ word: String, _ number: Int) {
    key(text: word)
    int(number)
  }
}
