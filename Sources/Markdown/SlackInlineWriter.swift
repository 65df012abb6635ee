internal import Templates

/// Writes the inlines of one block as Slack's mrkdwn.
struct SlackInlineWriter {
  private var output: [UInt8] = []
  /// Whether the end of a line is written as a space.
  private let isOneLine: Bool
  private var isEmphasis = false
  private var isStrong = false

  private init(isOneLine: Bool) {
    self.isOneLine = isOneLine
  }

  /// The text of inlines.
  static func line(_ inlines: [MarkdownInline], isOneLine: Bool = false) -> [UInt8] {
    var writer = SlackInlineWriter(isOneLine: isOneLine)
    writer.write(inlines)
    return Array(writer.output.trimmed)
  }

  private mutating func write(_ inlines: [MarkdownInline]) {
    for (index, inline) in inlines.enumerated() {
      let next = index + 1 < inlines.count ? inlines[index + 1] : nil
      switch inline {
      case .text(let text): SlackEscaping.append(text, to: &output)
      case .code(let code): phrase("`", before: next) { $0.code(code) }
      case .emphasis(let children):
        emphasis(children, mark: "_", isOpen: \.isEmphasis, before: next)
      case .strong(let children):
        emphasis(children, mark: "*", isOpen: \.isStrong, before: next)
      case .link(let link, let children): self.link(link, children)
      case .lineBreak: if isOneLine { output.appendSpace() } else { output.append("\n") }
      case .softBreak: output.appendSpace()
      }
    }
  }

  private mutating func code(_ code: String) {
    SlackEscaping.appendInlineCode(code, to: &output)
  }

  private mutating func emphasis(
    _ children: [MarkdownInline],
    mark: String,
    isOpen: WritableKeyPath<SlackInlineWriter, Bool>,
    before next: MarkdownInline?
  ) {
    guard !self[keyPath: isOpen] else { return write(children) }
    phrase(mark, before: next) { writer in
      writer[keyPath: isOpen] = true
      writer.write(children)
    }
  }

  /// Writes what stands between two marks; within a word Slack does not see them, so there are none.
  private mutating func phrase(
    _ mark: String,
    before next: MarkdownInline?,
    _ write: (inout SlackInlineWriter) -> Void
  ) {
    var writer = SlackInlineWriter(isOneLine: true)
    writer.isEmphasis = isEmphasis
    writer.isStrong = isStrong
    write(&writer)
    let inner = writer.output
    let content = inner.trimmed
    guard !content.isEmpty else { return output.appendSpace() }
    if inner.first?.isWhiteSpace == true { output.appendSpace() }
    let isInWord = output.last?.isWord == true || Self.beginsWord(next)
    if !isInWord { output.append(mark) }
    output.append(contentsOf: content)
    if !isInWord { output.append(mark) }
    if inner.last?.isWhiteSpace == true { output.appendSpace() }
  }

  private static func beginsWord(_ inline: MarkdownInline?) -> Bool {
    guard case .text(let text) = inline else { return false }
    return text.utf8.first?.isWord == true
  }

  private mutating func link(_ link: Link, _ children: [MarkdownInline]) {
    var address: [UInt8] = []
    SlackEscaping.appendReferences(link.address, to: &address)
    var text: [UInt8] = []
    SlackEscaping.append(children.plainText, to: &text)
    output.append("<")
    output.append(contentsOf: address)
    if !text.trimmed.isEmpty {
      output.append("|")
      output.append(contentsOf: text.trimmed)
    }
    output.append(">")
  }
}
