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

  /// Whether it stands inside a paragraph or a heading.
  var isInline: Bool {
    cmark_node_get_type(node).rawValue >= CMARK_NODE_FIRST_INLINE.rawValue
  }

  /// The text of a leaf; nil for a node that has none.
  var literal: String? {
    if kind == .softBreak { return "\n" }
    return cmark_node_get_literal(node).map { String(cString: $0) }
  }

  /// A heading's level, 1 to 6.
  var level: Int { Int(cmark_node_get_heading_level(node)) }

  /// The number a numbered list begins with.
  var start: Int { Int(cmark_node_get_list_start(node)) }

  /// Where a link or an image leads, if that is somewhere harmless.
  var destination: Link? {
    cmark_node_get_url(node).flatMap { Link(external: String(cString: $0)) }
  }

  /// Whether a paragraph stands in a list that leaves no space between its items.
  var isTight: Bool {
    guard let item = cmark_node_parent(node), let list = cmark_node_parent(item) else {
      return false
    }
    return cmark_node_get_list_tight(list) != 0
  }
}
