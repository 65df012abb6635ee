internal import Templates

/// A piece of a paragraph's or a heading's text.
///
/// Texts never stand side by side, and links never hold links; an image is a link to it.
indirect enum MarkdownInline: Sendable, Hashable {
  /// Text, raw HTML included.
  case text(String)
  /// Code in the line.
  case code(String)
  /// Emphasis, as a rule in italics.
  case emphasis([MarkdownInline])
  /// Strong emphasis, as a rule in bold type.
  case strong([MarkdownInline])
  /// A link to somewhere harmless.
  case link(Link, [MarkdownInline])
  /// The end of a line that the author wants to see.
  case lineBreak
  /// The end of a line in the source, which means a space.
  case softBreak
}

extension [MarkdownInline] {
  /// The text alone, a break as a space.
  var plainText: String {
    var text = ""
    for inline in self {
      switch inline {
      case .text(let words), .code(let words): text += words
      case .emphasis(let children), .strong(let children), .link(_, let children):
        text += children.plainText
      case .lineBreak, .softBreak: text += " "
      }
    }
    return text
  }
}
