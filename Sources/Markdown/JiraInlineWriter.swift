internal import Templates

/// Writes the inlines of one block as Jira's wiki markup.
struct JiraInlineWriter {
  /// What the text stands in, which decides how a line may end in it.
  enum Place {
    /// A paragraph, where the end of a line is one.
    case paragraph
    /// A list's item, where it would end the item.
    case item
    /// A row of a table, a heading or a link, where there are no lines.
    case row
  }

  /// What ends a line within a list's item; the space keeps it from being read with what follows.
  static let forcedBreak = " \\\\ "

  private var output: [UInt8] = []
  private let place: Place
  private var isEmphasis = false
  private var isStrong = false

  private init(_ place: Place) {
    self.place = place
  }

  /// The text of inlines.
  static func line(_ inlines: [MarkdownInline], in place: Place = .paragraph) -> [UInt8] {
    var writer = JiraInlineWriter(place)
    writer.write(inlines)
    return Array(writer.output.trimmed)
  }

  private mutating func write(_ inlines: [MarkdownInline]) {
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      switch inline {
      case .text(let text): JiraWikiEscaping.append(text, isRow: place == .row, to: &output)
      case .code(let code):
        phrase("{{", "}}", before: next) {
          JiraWikiEscaping.append(code, isRow: true, to: &$0.output)
        }
      case .emphasis(let children):
        emphasis(children, mark: "_", isOpen: \.isEmphasis, before: next)
      case .strong(let children):
        emphasis(children, mark: "*", isOpen: \.isStrong, before: next)
      case .link(let link, let children): self.link(link, children)
      case .lineBreak: lineBreak()
      case .softBreak: output.appendSpace()
      }
    }
  }

  private mutating func lineBreak() {
    switch place {
    case .paragraph: output.append("\n")
    case .item: output.append(Self.forcedBreak)
    case .row: output.appendSpace()
    }
  }

  private mutating func emphasis(
    _ children: [MarkdownInline],
    mark: String,
    isOpen: WritableKeyPath<JiraInlineWriter, Bool>,
    before next: MarkdownInline?
  ) {
    guard !self[keyPath: isOpen] else { return write(children) }
    phrase(mark, mark, before: next) { writer in
      writer[keyPath: isOpen] = true
      writer.write(children)
    }
  }

  /// Writes what stands between two marks; within a word the marks have braces of their own.
  private mutating func phrase(
    _ start: String,
    _ end: String,
    before next: MarkdownInline?,
    _ write: (inout JiraInlineWriter) -> Void
  ) {
    var writer = JiraInlineWriter(place == .paragraph ? .item : place)
    writer.isEmphasis = isEmphasis
    writer.isStrong = isStrong
    write(&writer)
    let inner = writer.output
    let content = inner.trimmed
    guard !content.isEmpty else { return output.appendSpace() }
    if inner.first?.isWhiteSpace == true { output.appendSpace() }
    let isInWord = start.utf8.count == 1 && (output.last?.isWord == true || Self.beginsWord(next))
    output.append(isInWord ? "{\(start)}" : start)
    output.append(contentsOf: content)
    output.append(isInWord ? "{\(end)}" : end)
    if inner.last?.isWhiteSpace == true { output.appendSpace() }
  }

  private static func beginsWord(_ inline: MarkdownInline?) -> Bool {
    guard case .text(let text) = inline else { return inline != nil && inline != .softBreak }
    return text.utf8.first?.isWord == true
  }

  /// A link with its text before the bar.
  ///
  /// The mark of an image is encoded in the address.
  private mutating func link(_ link: Link, _ children: [MarkdownInline]) {
    let address = link.address.utf8.flatMap { byte in
      byte == UInt8(ascii: "!") ? Array("%21".utf8) : [byte]
    }
    let words = children.plainText
    output.append("[")
    if words != link.address, words.utf8.contains(where: { !$0.isWhiteSpace }) {
      var text: [UInt8] = []
      JiraWikiEscaping.append(words, isRow: true, to: &text)
      output.append(contentsOf: text.trimmed)
      output.append("|")
    }
    output.append(contentsOf: address)
    output.append("]")
  }
}
