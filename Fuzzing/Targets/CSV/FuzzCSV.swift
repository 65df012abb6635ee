import Syntax

/// Any bytes as a table: its rows are in order, and written anew with quotes they read the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCSV(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do {
    let table = try CSVTable(parsing: bytes)
    expectOrder(of: table, lines: bytes.count { $0 == UInt8(ascii: "\n") } + 1)
    _ = table.headed(by: "Severity")
    expectTheSame(table)
  } catch {
    precondition(!error.place.isEmpty && !error.problem.isEmpty, "an error without words")
  }
  return 0
}

private func expectOrder(of table: CSVTable, lines: Int) {
  precondition(table.header.allSatisfy { table.has($0) }, "a column that is not found")
  var line = 0
  for case .success(let row) in table.rows {
    precondition(row.line > line && row.line <= lines, "a row on a line that cannot be")
    line = row.line
    for name in table.header { precondition((try? row.required(name)) == row[name]) }
  }
}

/// Columns of one name are told apart by none, so only tables without such are compared.
private func expectTheSame(_ table: CSVTable) {
  guard Set(table.header).count == table.header.count, table.header.count > 1 else { return }
  let rows = values(of: table)
  var writer: [UInt8] = []
  for row in [table.header.map(Optional.some)] + rows { writer += line(of: row) }
  guard let again = try? CSVTable(parsing: writer) else {
    preconditionFailure("what was written is no table")
  }
  precondition(again.header == table.header, "the header changed")
  precondition(values(of: again) == rows, "a row changed")
}

private func values(of table: CSVTable) -> [[String?]] {
  table.rows.compactMap { row in
    guard case .success(let row) = row else { return nil }
    return table.header.map { row[$0] }
  }
}

private func line(of fields: [String?]) -> [UInt8] {
  let quoted = fields.map { "\"\(($0 ?? "").replacing("\"", with: "\"\""))\"" }
  return Array((quoted.joined(separator: ",") + "\n").utf8)
}
