/// The language a template's output is written in, which sets how values are escaped.
///
/// A file's last-but-one extension names it: `index.html.mustache`, `summary.md.mustache`.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// HTML, for elements' text and quoted attributes.
  case html
  /// SVG and other XML, escaped as HTML is.
  case svg
  /// GitLab flavoured Markdown.
  case markdown
  /// Plain text for a terminal or a message.
  case text

  /// The language that an extension such as `html` or `md` stands for; nil for an unknown one.
  public init?(fileExtension: some StringProtocol) {
    switch fileExtension {
    case "html": self = .html
    case "svg", "xml": self = .svg
    case "md": self = .markdown
    case "txt": self = .text
    default: return nil
    }
  }

  /// The name people know it by.
  public var title: String {
    switch self {
    case .html: "HTML"
    case .svg: "SVG"
    case .markdown: "Markdown"
    case .text: "plain text"
    }
  }

  /// Whether output in another language may stand in this one as it is.
  public func embeds(_ other: Language) -> Bool {
    self == other || (self == .html && other == .svg)
  }
}
