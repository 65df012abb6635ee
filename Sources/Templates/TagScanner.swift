/// One tag of a template.
struct Tag {
  /// What the tag asks for.
  enum Kind {
    case value
    case raw
    case section
    case inverted
    case close
    case partial
    case comment
    case delimiters

    /// Whether a line that holds nothing else leaves nothing behind.
    var mayStandAlone: Bool { self != .value && self != .raw }
  }

  var kind: Kind
  /// The name in it; empty for comments and delimiters.
  var name: TemplateName
  /// The whole tag, delimiters included.
  var range: Range<Int>
}

/// Finds the tags of a template, one after another, and follows changes of the delimiters.
struct TagScanner {
  private let source: TemplateSource
  private var position = 0
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)

  /// A scanner at the beginning of a file.
  init(source: TemplateSource) {
    self.source = source
  }

  /// The next tag; nil at the end.
  mutating func next() throws(TemplateError) -> Tag? {
    guard let start = find(opening, from: position) else { return nil }
    var content = start + opening.count
    let sigil = content < source.bytes.count ? source.bytes[content] : 0
    let kind = try kind(of: sigil, at: start)
    if kind != .value { content += 1 }
    var end = closing
    if sigil == UInt8(ascii: "{") { end.insert(UInt8(ascii: "}"), at: 0) }
    if sigil == UInt8(ascii: "=") { end.insert(UInt8(ascii: "="), at: 0) }
    guard let close = find(end, from: content) else {
      throw TemplateError(
        source,
        at: start,
        problem: "the tag is never closed",
        hint: "write \(String(decoding: end, as: UTF8.self)) where it ends"
      )
    }
    position = close + end.count
    let range = start..<position
    switch kind {
    case .comment:
      return Tag(kind: kind, name: TemplateName(text: "", offset: start), range: range)
    case .delimiters:
      try setDelimiters(content..<close, tag: start)
      return Tag(kind: kind, name: TemplateName(text: "", offset: start), range: range)
    default: return Tag(kind: kind, name: try name(in: content..<close, tag: start), range: range)
    }
  }

  private func kind(of sigil: UInt8, at start: Int) throws(TemplateError) -> Tag.Kind {
    switch sigil {
    case UInt8(ascii: "#"): return .section
    case UInt8(ascii: "^"): return .inverted
    case UInt8(ascii: "/"): return .close
    case UInt8(ascii: ">"): return .partial
    case UInt8(ascii: "!"): return .comment
    case UInt8(ascii: "&"), UInt8(ascii: "{"): return .raw
    case UInt8(ascii: "="): return .delimiters
    case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
      throw TemplateError(
        source,
        at: start,
        problem: "blocks, parents and pragmas are not part of this Mustache",
        hint: "use a partial: {{> name}}"
      )
    default: return .value
    }
  }

  private func name(in range: Range<Int>, tag: Int) throws(TemplateError) -> TemplateName {
    let text = source.bytes[range]
    guard let first = text.firstIndex(where: { !isSpace($0) }),
      let last = text.lastIndex(where: { !isSpace($0) })
    else { throw TemplateError(source, at: tag, problem: "the tag has no name") }
    let trimmed = text[first...last]
    guard !trimmed.contains(where: isSpace) else {
      throw TemplateError(source, at: first, problem: "a name has no white space in it")
    }
    let name = String(decoding: trimmed, as: UTF8.self)
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard name == "." || !parts.contains(where: \.isEmpty) else {
      throw TemplateError(source, at: first, problem: "a part of the name \"\(name)\" is empty")
    }
    return TemplateName(text: name, offset: first)
  }

  private mutating func setDelimiters(_ range: Range<Int>, tag: Int) throws(TemplateError) {
    let words = source.bytes[range].split(whereSeparator: isSpace).map(Array.init)
    guard words.count == 2, words.allSatisfy({ !$0.contains(UInt8(ascii: "=")) }) else {
      throw TemplateError(
        source,
        at: tag,
        problem: "new delimiters are two words without \"=\"",
        hint: "as in {{=<% %>=}}"
      )
    }
    opening = words[0]
    closing = words[1]
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func find(_ word: [UInt8], from start: Int) -> Int? {
    let bytes = source.bytes
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], bytes[index...].starts(with: word) { return index }
      index += 1
    }
    return nil
  }
}
