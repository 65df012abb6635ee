internal import CCmark
internal import Templates

/// One node of libcmark's tree.
struct MarkdownNode {
  /// What a node is, as far as output differs.
  enum Kind {
    case document
    case quote
    case bullets
    case numbers
    case item
    case paragraph
    case heading
    case rule
    case codeBlock
    case text
    case html
    case code
    case emphasis
    case strong
    case link
    case image
    case `break`
    case softBreak
  }

  private let node: OpaquePointer

  /// A node of a tree that outlives it.
  init(_ node: OpaquePointer) {
    self.node = node
  }

  /// What it is.
  var kind: Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST:
      cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? .numbers : .bullets
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .rule
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_CUSTOM_BLOCK, CMARK_NODE_HTML_INLINE,
      CMARK_NODE_CUSTOM_INLINE:
      .html
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINEBREAK: .break
    case CMARK_NODE_SOFTBREAK: .softBreak
    default: .document
    }
  }

  /// The nodes directly below it.
  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      children.append(MarkdownNode(child))
      next = cmark_node_next(child)
    }
    return children
  }

  /// The text of a leaf without what could not be seen in it; empty for a node that has none.
  var literal: String {
    guard let text = cmark_node_get_literal(node) else { return "" }
    var bytes: [UInt8] = []
    Language.text.append(String(cString: text), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All the text below it, however deep, with spaces where lines and blocks end.
  var text: String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var text = ""
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let next = cmark_iter_get_node(iterator) else { return text }
      guard event == CMARK_EVENT_ENTER else { continue }
      let child = MarkdownNode(next)
      if !text.isEmpty, !child.isInline || child.kind == .break || child.kind == .softBreak {
        text += " "
      }
      text += child.literal
    }
  }

  private var isInline: Bool {
    cmark_node_get_type(node).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
  }

  /// A heading's level, 1 to 6.
  var level: Int { Int(cmark_node_get_heading_level(node)) }

  /// The number a numbered list begins with.
  var start: Int { Int(cmark_node_get_list_start(node)) }

  /// Whether a list leaves no space between its items.
  var isTight: Bool { cmark_node_get_list_tight(node) != 0 }

  /// The language that a code block's fence names.
  var language: CodeLanguage? {
    cmark_node_get_fence_info(node).flatMap { CodeLanguage(info: String(cString: $0)) }
  }

  /// The lines of the source that a block stands on, counted from 0.
  var lines: Range<Int> {
    let first = Int(cmark_node_get_start_line(node)) - 1
    let end = Int(cmark_node_get_end_line(node))
    return max(0, first)..<max(0, first, end)
  }

  /// Where a link or an image leads, if that is somewhere harmless.
  var destination: Link? {
    cmark_node_get_url(node).flatMap { Link(external: String(cString: $0)) }
  }
}
