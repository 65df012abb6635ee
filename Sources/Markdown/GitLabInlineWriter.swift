internal import Templates

/// Writes the inlines of one block as GitLab Flavored Markdown.
///
/// Text is escaped as templates escape it, and names of emoji are broken. Marks of emphasis hold a
/// word joiner where a mark of the text would stand beside them: what opens and closes does not
/// depend on the neighbours then.
struct GitLabInlineWriter {
  private var output: [UInt8] = []
  /// Whether the end of a line is written as a space: in headings, cells and links.
  private let isOneLine: Bool
  /// Whether a bar would end a table's cell.
  private let isCell: Bool
  private var isEmphasis = false
  private var isStrong = false
  /// Whether what is written will stand behind something else: a space at its start counts then.
  private var isInside = false

  private init(isOneLine: Bool, isCell: Bool) {
    self.isOneLine = isOneLine
    self.isCell = isCell
  }

  /// The text of inlines.
  static func line(
    _ inlines: [MarkdownInline],
    isOneLine: Bool = false,
    isCell: Bool = false
  ) -> [UInt8] {
    var writer = GitLabInlineWriter(isOneLine: isOneLine, isCell: isCell)
    writer.write(inlines)
    return Array(trimmed(writer.output))
  }

  /// What was written, without white space around and without a break at its end: what would be left
  /// of that is its backslash.
  private static func trimmed(_ output: [UInt8]) -> ArraySlice<UInt8> {
    var output = output[...]
    while let last = output.last, last.isWhiteSpace {
      output.removeLast(last == 0x0A ? 2 : 1)
    }
    return output.drop { $0.isWhiteSpace }
  }

  private mutating func write(_ inlines: [MarkdownInline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): escaped(text)
      case .code(let code): self.code(code)
      case .emphasis(let children): emphasis(children, mark: "*", isOpen: \.isEmphasis)
      case .strong(let children): emphasis(children, mark: "**", isOpen: \.isStrong)
      case .link(let link, let children): self.link(link, children)
      case .lineBreak:
        if isOneLine || output.trimmed.isEmpty {
          space()
        } else {
          output.append("\\\n")
        }
      case .softBreak: space()
      }
    }
  }

  private mutating func escaped(_ text: String) {
    if text.utf8.first?.isWhiteSpace == true { space() }
    Language.markdown.append(GitLabWords.broken(in: EmojiNames.broken(in: text)), to: &output)
  }

  /// Code in as many backticks as it needs.
  ///
  /// A word joiner keeps it from a neighbour's backtick, and
  /// from a dollar sign, with which it would be a formula.
  private mutating func code(_ code: String) {
    let content = code.utf8.map { $0 == 0x0A ? 0x20 : $0 }
    guard !content.isEmpty else { return }
    guard !isCell || !content.contains(UInt8(ascii: "|")) else { return escaped(code) }
    if output.last == UInt8(ascii: "`") || output.last == UInt8(ascii: "$") {
      output.append(contentsOf: WordJoiner.bytes)
    }
    let backtick = UInt8(ascii: "`")
    let fence = Array(repeating: backtick, count: content.longestRun(of: backtick) + 1)
    let isPadded =
      content.first == backtick || content.last == backtick
      || content.first == 0x20 && content.last == 0x20 && content.contains { $0 != 0x20 }
    output.append(contentsOf: fence)
    if isPadded { output.append(" ") }
    output.append(contentsOf: content)
    if isPadded { output.append(" ") }
    output.append(contentsOf: fence)
  }

  private mutating func emphasis(
    _ children: [MarkdownInline],
    mark: String,
    isOpen: WritableKeyPath<GitLabInlineWriter, Bool>
  ) {
    guard !self[keyPath: isOpen] else { return write(children) }
    let inner = inside { writer in
      writer[keyPath: isOpen] = true
      writer.write(children)
    }
    let content = Self.trimmed(inner)
    guard let first = content.first, let last = content.last else { return space() }
    if inner.first?.isWhiteSpace == true { space() }
    if output.last == UInt8(ascii: "*") { output.append(contentsOf: WordJoiner.bytes) }
    output.append(mark)
    if !first.isLetter, !first.isDigit { output.append(contentsOf: WordJoiner.bytes) }
    output.append(contentsOf: content)
    if !last.isLetter, !last.isDigit { output.append(contentsOf: WordJoiner.bytes) }
    output.append(mark)
    if inner.last?.isWhiteSpace == true { space() }
  }

  private mutating func link(_ link: Link, _ children: [MarkdownInline]) {
    let address = Self.address(of: link)
    if children == [.text(link.address)], !Self.isReference(link) {
      output.append("<")
      output.append(contentsOf: address)
      output.append(">")
      return
    }
    let written = inside(isOneLine: true) { $0.write(children) }
    let inner = written.trimmed
    if written.first?.isWhiteSpace == true { space() }
    output.append("[")
    if inner.isEmpty { escaped(link.address) } else { output.append(contentsOf: inner) }
    output.append("](")
    output.append(contentsOf: address)
    output.append(")")
    if written.last?.isWhiteSpace == true { space() }
  }

  /// A link's address.
  ///
  /// Of a link to an issue, a merge request or a commit on itself GitLab makes a reference, which
  /// leaves a note there. It knows them by its own address, letter by letter: a scheme in capitals
  /// leads to the same place and is no part of it.
  private static func address(of link: Link) -> [UInt8] {
    let address = link.address.replacing("&", with: "&amp;")
    guard isReference(link) else { return Array(address.utf8) }
    let scheme = address.prefix { $0 != ":" }
    return Array((scheme.uppercased() + address[scheme.endIndex...]).utf8)
  }

  private static func isReference(_ link: Link) -> Bool {
    referencePaths.contains { link.address.contains($0) }
  }

  private static let referencePaths = [
    "/-/", "/issues/", "/merge_requests/", "/commit/", "/work_items/", "/epics/",
  ]

  /// What is written by itself, with the same marks open.
  private func inside(
    isOneLine: Bool? = nil,
    _ write: (inout GitLabInlineWriter) -> Void
  ) -> [UInt8] {
    var writer = GitLabInlineWriter(isOneLine: isOneLine ?? self.isOneLine, isCell: isCell)
    writer.isEmphasis = isEmphasis
    writer.isStrong = isStrong
    writer.isInside = true
    write(&writer)
    return writer.output
  }

  private mutating func space() {
    if isInside, output.isEmpty { output.append(" ") } else { output.appendSpace() }
  }
}
