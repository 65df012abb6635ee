import Actions
import Dashboards
import Findings
import Reconciliation
import Syntax
import Testing

@Suite struct FindingsTableTests {
  private func table(chunk: Int = 65_536) -> [UInt8] {
    var bytes: [UInt8] = []
    FindingsTable(SampleLedger.make()).write(chunk: chunk) { bytes += $0 }
    return bytes
  }

  @Test func aRowForEachFindingUnderTheNamesOfItsColumns() throws {
    let table = try CSVTable(parsing: table())
    #expect(table.header == FindingsTable.columns)
    #expect(Array(table.rows).count == State.allCases.count * hostileTexts.count)
  }

  @Test func ticketsStandInColumnsOfTheirOwnWhereTheyAreKept() throws {
    let ledger = SampleLedger.make()
    let report = HostileTickets.report(on: ledger)
    var bytes: [UInt8] = []
    FindingsTable(ledger, tickets: report).write { bytes += $0 }
    let table = try CSVTable(parsing: bytes)
    #expect(table.header == FindingsTable.columns + ["ticket", "ticketStatus"])
    var ticketed: Set<String> = []
    for result in table.rows {
      let row = try result.get()
      guard row["ticket"]?.isEmpty == false, let id = row["id"] else { continue }
      ticketed.insert(id)
      #expect(row["ticketStatus"]?.isEmpty == false)
    }
    #expect(ticketed == Set(report.lines.map { $0.findings[0] }))
  }

  @Test func noFieldIsAFormula() throws {
    let report = HostileTickets.report(on: SampleLedger.make())
    var ticketed: [UInt8] = []
    FindingsTable(SampleLedger.make(), tickets: report).write { ticketed += $0 }
    for result in try CSVTable(parsing: ticketed).rows {
      let row = try result.get()
      for field in (FindingsTable.columns + FindingsTable.ticketColumns).compactMap({ row[$0] }) {
        let first = field.utf8.first ?? 0x61
        #expect(!"=+-@\t\r\n".utf8.contains(first), "\(field)")
      }
    }
  }

  @Test func piecesAddUpToTheWhole() { #expect(table(chunk: 1) == table()) }
}
