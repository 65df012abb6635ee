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

  @Test func noFieldIsAFormula() throws {
    for result in try CSVTable(parsing: table()).rows {
      let row = try result.get()
      for field in FindingsTable.columns.compactMap({ row[$0] }) {
        let first = field.utf8.first ?? 0x61
        #expect(!"=+-@\t\r\n".utf8.contains(first), "\(field)")
      }
    }
  }

  @Test func piecesAddUpToTheWhole() { #expect(table(chunk: 1) == table()) }
}
