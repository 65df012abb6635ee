import CCmark

/// What libcmark makes of a Markdown page.
struct MarkdownPage {
  private(set) var links: [String] = []
  private(set) var images = 0
  private(set) var htmlNodes: [String] = []
  /// What the fenced blocks say they are.
  private(set) var fences: [String] = []

  init(_ text: String) {
    let root = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT)
    let iterator = cmark_iter_new(root)
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(node) {
      case CMARK_NODE_LINK: links.append(Self.text(cmark_node_get_url(node)))
      case CMARK_NODE_IMAGE: images += 1
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE:
        htmlNodes.append(Self.text(cmark_node_get_literal(node)))
      case CMARK_NODE_CODE_BLOCK: fences.append(Self.text(cmark_node_get_fence_info(node)))
      default: break
      }
    }
    cmark_iter_free(iterator)
    cmark_node_free(root)
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}
