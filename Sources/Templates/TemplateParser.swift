/// Parses Mustache (mustache(5) and the specification's tests, version 1.4.2): interpolation,
/// sections, inverted sections, comments, delimiters, partials, and standalone lines.
struct TemplateParser {
  private let source: TemplateSource
  private var scanner: TagScanner
  /// The nodes of the file and of each section that is open, the innermost last.
  private var levels: [[TemplateNode]] = [[]]
  private var open: [(name: TemplateName, inverted: Bool, tag: Int)] = []
  /// Everything before it is in the tree already.
  private var cursor = 0

  /// A parser for a file.
  init(source: TemplateSource) {
    self.source = source
    scanner = TagScanner(source: source)
  }

  /// The tree of the whole file.
  mutating func parse() throws(TemplateError) -> [TemplateNode] {
    while let tag = try scanner.next() {
      try add(tag)
    }
    addLiteral(upTo: source.bytes.count)
    if let section = open.last {
      throw TemplateError(
        source,
        at: section.tag,
        problem: "the section \"\(section.name.text)\" is never closed",
        hint: "write {{/\(section.name.text)}} where it ends"
      )
    }
    return levels[0]
  }

  private mutating func add(_ tag: Tag) throws(TemplateError) {
    let line = tag.kind.mayStandAlone ? standaloneLine(around: tag.range) : nil
    addLiteral(upTo: line?.lowerBound ?? tag.range.lowerBound)
    cursor = line?.upperBound ?? tag.range.upperBound
    if line == nil, isLineStart(tag.range.lowerBound) { append(.lineStart) }
    switch tag.kind {
    case .comment, .delimiters: break
    case .value: append(.value(tag.name, raw: false))
    case .raw: append(.value(tag.name, raw: true))
    case .section, .inverted:
      open.append((tag.name, tag.kind == .inverted, tag.range.lowerBound))
      levels.append([])
    case .close: try close(tag)
    case .partial:
      let start = tag.range.lowerBound
      append(.partial(tag.name, indentation: (line?.lowerBound ?? start)..<start))
    }
  }

  private mutating func close(_ tag: Tag) throws(TemplateError) {
    guard let section = open.popLast(), let body = levels.popLast() else {
      throw TemplateError(
        source,
        at: tag.range.lowerBound,
        problem: "\"\(tag.name.text)\" is closed here but was never opened"
      )
    }
    guard section.name.text == tag.name.text else {
      throw TemplateError(
        source,
        at: tag.range.lowerBound,
        problem: "\"\(tag.name.text)\" is closed here, but \"\(section.name.text)\" is open",
        hint: "sections close in the reverse of the order they were opened in"
      )
    }
    append(.section(section.name, inverted: section.inverted, body: body))
  }

  private mutating func append(_ node: TemplateNode) { levels[levels.count - 1].append(node) }

  /// Adds the bytes from the cursor on, with a mark wherever a line begins.
  private mutating func addLiteral(upTo end: Int) {
    var start = cursor
    for index in cursor..<end where isLineStart(index) && !isBlankLine(at: index) {
      if start < index { append(.literal(start..<index)) }
      append(.lineStart)
      start = index
    }
    if start < end { append(.literal(start..<end)) }
    cursor = end
  }

  private func isLineStart(_ index: Int) -> Bool {
    index == 0 || source.bytes[index - 1] == UInt8(ascii: "\n")
  }

  private func isBlankLine(at index: Int) -> Bool {
    let rest = source.bytes[index...].prefix(2)
    return rest.first == UInt8(ascii: "\n") || rest.elementsEqual("\r\n".utf8)
  }

  /// The whole line of a tag that has only white space beside it, its end included.
  private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    let bytes = source.bytes
    func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let start = bytes[..<tag.lowerBound].lastIndex { !isSpace($0) }.map { $0 + 1 } ?? 0
    guard start >= cursor, isLineStart(start) else { return nil }
    let end = bytes[tag.upperBound...].firstIndex { !isSpace($0) } ?? bytes.count
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\n") { return start..<end + 1 }
    if bytes[end...].starts(with: "\r\n".utf8) { return start..<end + 2 }
    return nil
  }
}
