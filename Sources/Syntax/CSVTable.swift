/// A table read from comma-separated values (RFC 4180), its first row the header.
///
/// The delimiter is whichever of comma, semicolon and tab the header has most of. Quoted fields may
/// hold delimiters, quotes (doubled) and line ends.
public struct CSVTable: Sendable {
  let records: CSVRecords
  let columns: [String: Int]
  /// The record that is the header.
  let headerIndex: Int
  /// The header's fields without the white space around them.
  public let header: [String]
  /// Whether there is nothing but a header without a line end: the file may be cut off.
  public private(set) var endsInHeader = false

  /// Parses UTF-8 text with or without a byte order mark.
  public init(parsing bytes: [UInt8]) throws(SyntaxError) {
    let records = try CSVRecords(parsing: bytes)
    guard records.count > 0 else {
      throw SyntaxError(place: "top level", problem: "the file is empty")
    }
    self.init(records, headedBy: 0)
    endsInHeader = records.count == 1 && bytes.last != UInt8(ascii: "\n")
  }

  private init(_ records: CSVRecords, headedBy headerIndex: Int) {
    self.records = records
    self.headerIndex = headerIndex
    header = records.fields(of: headerIndex).map { records.trimmed($0) }
    columns = Dictionary(
      header.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The table below the first record, of ten, that names a column: reports may stand below lines
  /// about the report; nil if none does.
  public func headed(by column: String) -> CSVTable? {
    if has(column) { return self }
    let candidates = (0..<min(10, records.count)).map { CSVTable(records, headedBy: $0) }
    return candidates.first { $0.has(column) }
  }

  /// Whether the header has a column with this name.
  public func has(_ column: String) -> Bool { columns[column] != nil }

  /// The rows below the header, in their order.
  ///
  /// A row whose fields are more or fewer than the header's is an error of its own, so that no
  /// value is read under another column's name; one whose fields are all empty is none.
  public var rows: Rows { Rows(table: self, index: headerIndex + 1) }

  /// The rows of a table.
  public struct Rows: Sequence, IteratorProtocol {
    let table: CSVTable
    var index: Int

    /// Whether the row has all its fields and nothing in any of them.
    private var isBlank: Bool {
      index < table.records.count && table.records.isBlank(index)
        && table.records.fields(of: index).count == table.header.count
    }

    /// The next row.
    public mutating func next() -> Result<Row, SyntaxError>? {
      while isBlank { index += 1 }
      guard index < table.records.count else { return nil }
      defer { index += 1 }
      let row = Row(table: table, index: index)
      let count = table.records.fields(of: index).count
      guard count == table.header.count else {
        let problem = "expected \(table.header.count) fields as in the header, found \(count)"
        return .failure(SyntaxError(place: row.place, problem: problem))
      }
      return .success(row)
    }
  }

  /// One row of a table.
  public struct Row: Sendable {
    let table: CSVTable
    let index: Int

    /// The field in a column; nil if there is no such column or nothing is in the field.
    public subscript(_ column: String) -> String? {
      guard let position = table.columns[column] else { return nil }
      let text = table.records.text(table.records.fields(of: index).lowerBound + position)
      return text.isEmpty ? nil : text
    }

    /// The field in a column; throws if there is no such column or nothing is in the field.
    public func required(_ column: String) throws(SyntaxError) -> String {
      guard let text = self[column] else { throw error("expected text in \(column), found none") }
      return text
    }

    /// The line on which the row begins, counted from 1.
    public var line: Int { table.records.line(of: index) }

    /// Where the row is, for messages: `line 12`.
    public var place: String { "line \(line)" }

    /// An error at this row's place.
    public func error(_ problem: String) -> SyntaxError {
      SyntaxError(place: place, problem: problem)
    }
  }
}
