/// The records of comma-separated values: one array of bytes, quotes taken off, and where each
/// field and each record in it begins.
struct CSVRecords: Sendable {
  /// One record by its first field and the line it begins on.
  private struct Record {
    var firstField: Int
    var line: Int
  }

  private var bytes: [UInt8] = []
  /// Where each field ends; it begins where the one before it ends.
  private var ends: [Int] = []
  private var records: [Record] = []

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Splits text into records; lines with nothing on them are none.
  init(parsing text: [UInt8]) throws(SyntaxError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let source = text[(text.starts(with: mark) ? mark.count : 0)...]
    try Self.validate(text)
    bytes.reserveCapacity(source.count)
    try split(source, at: Self.delimiter(of: source))
  }

  /// How many records there are, the header included.
  var count: Int { records.count }

  /// The fields of a record, as indices.
  func fields(of record: Int) -> Range<Int> {
    let next = record + 1 < records.count ? records[record + 1].firstField : ends.count
    return records[record].firstField..<next
  }

  /// The line on which a record begins.
  func line(of record: Int) -> Int { records[record].line }

  /// Whether nothing is in any of a record's fields.
  func isBlank(_ record: Int) -> Bool {
    let fields = fields(of: record)
    guard let first = fields.first, let last = fields.last else { return true }
    return range(first).lowerBound == range(last).upperBound
  }

  /// A field's text.
  func text(_ field: Int) -> String { String(decoding: bytes[range(field)], as: UTF8.self) }

  /// A field's text without the spaces around it.
  func trimmed(_ field: Int) -> String {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    let leading = bytes[range(field)].drop(while: isSpace)
    let last = leading.lastIndex { !isSpace($0) } ?? leading.startIndex - 1
    return String(decoding: leading[..<(last + 1)], as: UTF8.self)
  }

  private func range(_ field: Int) -> Range<Int> {
    (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  private mutating func split(_ source: ArraySlice<UInt8>, at delimiter: UInt8) throws(SyntaxError)
  {
    var index = source.startIndex
    var line = 1
    while index < source.endIndex {
      let record = Record(firstField: ends.count, line: line)
      let start = bytes.count
      var more = true
      while more {
        index = try field(source, from: index, delimiter: delimiter, line: &line)
        ends.append(bytes.count)
        more = index < source.endIndex && source[index] == delimiter
        if more { index += 1 }
      }
      if index < source.endIndex, source[index] == Self.carriageReturn { index += 1 }
      if index < source.endIndex, source[index] == Self.newline { index += 1 }
      line += 1
      let isEmpty = bytes.count == start && ends.count == record.firstField + 1
      if isEmpty { ends.removeLast() } else { records.append(record) }
    }
  }

  /// Takes one field up to the delimiter or the line's end; returns the index of that.
  private mutating func field(
    _ source: ArraySlice<UInt8>,
    from start: Int,
    delimiter: UInt8,
    line: inout Int
  ) throws(SyntaxError) -> Int {
    var index = start
    if index < source.endIndex, source[index] == Self.quote {
      index = try quoted(source, from: index + 1, line: &line)
    }
    while index < source.endIndex, source[index] != delimiter, source[index] != Self.newline {
      let next = source.index(after: index)
      let endsLine = next == source.endIndex || source[next] == Self.newline
      if source[index] == Self.carriageReturn, endsLine { break }
      bytes.append(source[index])
      index = next
    }
    return index
  }

  /// Takes the inside of a quoted field; returns the index behind the closing quote.
  private mutating func quoted(
    _ source: ArraySlice<UInt8>,
    from start: Int,
    line: inout Int
  ) throws(SyntaxError) -> Int {
    let opened = line
    var index = start
    while index < source.endIndex {
      let byte = source[index]
      index += 1
      if byte == Self.quote {
        guard index < source.endIndex, source[index] == Self.quote else { return index }
        index += 1
      } else if byte == Self.newline {
        line += 1
      }
      bytes.append(byte)
    }
    throw SyntaxError(place: "line \(opened)", problem: "a quoted field is never closed")
  }

  /// Whichever of comma, semicolon and tab the first line has most of outside quotes.
  private static func delimiter(of source: ArraySlice<UInt8>) -> UInt8 {
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in source {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline { break }
      counts[byte, default: 0] += 1
    }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var best = candidates[0]
    for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  private static func validate(_ text: [UInt8]) throws(SyntaxError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text.span)
    } catch {
      let line = text[..<error.byteOffsets.lowerBound].count { $0 == newline } + 1
      throw SyntaxError(place: "line \(line)", problem: "the text is not UTF-8")
    }
  }
}
