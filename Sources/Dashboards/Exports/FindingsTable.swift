public import Actions
internal import Findings
public import Reconciliation
internal import Syntax

/// `findings.csv`: the ledger's findings for a spreadsheet, one a row, none of them a formula.
public struct FindingsTable: Sendable {
  private let ledger: Ledger
  private let tickets: TicketsOfFindings

  /// A table of a ledger's findings, with their tickets if any are kept.
  public init(_ ledger: Ledger, tickets: TicketReport? = nil) {
    self.ledger = ledger
    self.tickets = TicketsOfFindings(tickets)
  }

  /// The names of the columns.
  public static let columns = [
    "id", "project", "category", "scanner", "target", "rule", "ruleName", "severity",
    "scannerSeverity", "cvss", "title", "path", "line", "endLine", "package", "version", "fixedIn",
    "resource", "url", "image", "account", "region", "cluster", "state", "change", "matchedBy",
    "firstSeen", "lastSeen", "fixedAt", "unknownSince", "occurrences", "identifiers", "reason",
  ]

  /// The names of the columns that stand behind them where tickets are kept.
  public static let ticketColumns = ["ticket", "ticketStatus"]

  /// Writes the table piece by piece; throws what the sink throws.
  public func write<Failure: Error>(
    chunk: Int = 65_536,
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = CSVWriter()
    var moments = MomentTexts()
    writer.row(tickets.areKept ? Self.columns + Self.ticketColumns : Self.columns)
    for project in ledger.projects {
      for entry in project.entries {
        writer.row(row(entry, &moments))
        guard writer.bytes.count >= chunk else { continue }
        try sink(writer.bytes)
        writer.clear()
      }
    }
    if !writer.bytes.isEmpty { try sink(writer.bytes) }
  }

  private func row(_ entry: Entry, _ moments: inout MomentTexts) -> [String?] {
    let finding = entry.finding
    let location = finding.location
    let name = finding.rule.name == finding.rule.id ? nil : finding.rule.name
    let endLine = location.endLine == location.line ? nil : location.endLine
    var fields: [String?] = [
      entry.id, entry.stream.project, entry.stream.category.rawValue, entry.stream.scanner,
      entry.stream.target, finding.rule.id, name, finding.severity.rawValue,
      finding.scannerSeverity, finding.cvss?.score.description, finding.title, location.path,
      location.line?.description, endLine?.description, location.package?.name,
      location.package?.version, location.package?.fixedIn, location.resource, location.url,
      location.image, location.account, location.region, location.cluster,
    ]
    fields += [
      entry.state.rawValue, entry.change.rawValue, entry.matchedBy?.rawValue,
      moments[entry.firstSeen], moments[entry.lastSeen], entry.fixedAt.map { moments[$0] },
      entry.unknownSince.map { moments[$0] }, finding.occurrences.description,
      finding.identifiers.map(\.label).joined(separator: " "), entry.reason,
    ]
    if tickets.areKept {
      let ticket = tickets[entry.id]
      let status = ticket.map { $0.missing == nil ? $0.seen?.status : "missing" }
      fields += [ticket?.issue?.key, status ?? nil]
    }
    for (index, field) in fields.enumerated() {
      if let field, field.utf8.count > String.exportLimit { fields[index] = field.bounded }
    }
    return fields
  }
}
