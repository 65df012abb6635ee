internal import CCmark

/// Makes blocks of libcmark's tree, and tables of paragraphs that are written as such.
struct MarkdownTree {
  /// How many blocks and emphases may stand in one another; what is deeper is only its text.
  static let depthLimit = 24

  private let lines: MarkdownLines

  /// The blocks of a text.
  static func blocks(parsing text: String) -> [MarkdownBlock] {
    let lines = MarkdownLines(text)
    return withParsed(lines.text) { root in
      MarkdownTree(lines: lines).blocks(of: root, depth: 0)
    } ?? []
  }

  /// The inline content of one line, which cannot begin a block.
  ///
  /// It is parsed as a heading's text: that is the one block whose content is a single line.
  static func inlines(ofLine line: String) -> [MarkdownInline] {
    withParsed("# \(line) #") { root in
      guard let heading = root.children.first else { return [] }
      return MarkdownTree(lines: MarkdownLines("")).inlines(of: heading, depth: 1)
    } ?? []
  }

  private static func withParsed<Value>(_ text: String, _ use: (MarkdownNode) -> Value) -> Value? {
    var text = text
    let root = text.withUTF8 { bytes -> OpaquePointer? in
      guard let start = bytes.baseAddress else { return nil }
      return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { characters in
        cmark_parse_document(characters, bytes.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    return use(MarkdownNode(root))
  }

  private func blocks(of parent: MarkdownNode, depth: Int) -> [MarkdownBlock] {
    parent.children.map { node in
      if depth >= Self.depthLimit { return .paragraph([.text(node.text)]) }
      switch node.kind {
      case .heading: return .heading(level: node.level, inlines(of: node, depth: depth))
      case .rule: return .rule
      case .codeBlock: return .code(node.literal, language: node.language)
      case .html: return .html(node.literal)
      case .quote: return .quote(blocks(of: node, depth: depth + 1))
      case .bullets, .numbers: return .list(list(node, depth: depth + 1))
      default:
        let table = depth == 0 ? MarkdownTable(lines[node.lines]) : nil
        return table.map(MarkdownBlock.table) ?? .paragraph(inlines(of: node, depth: depth))
      }
    }
  }

  private func list(_ node: MarkdownNode, depth: Int) -> MarkdownList {
    MarkdownList(
      start: node.kind == .numbers ? node.start : nil,
      isTight: node.isTight,
      items: node.children.map { blocks(of: $0, depth: depth) }
    )
  }

  private func inlines(
    of parent: MarkdownNode,
    depth: Int,
    isLinked: Bool = false
  ) -> [MarkdownInline] {
    var run = InlineRun()
    for node in parent.children {
      if depth >= Self.depthLimit {
        run.append(.text(node.kind == .softBreak || node.kind == .break ? " " : node.text))
        continue
      }
      switch node.kind {
      case .code: run.append(.code(node.literal))
      case .break: run.append(.lineBreak)
      case .softBreak: run.append(.softBreak)
      case .emphasis:
        run.append(.emphasis(inlines(of: node, depth: depth + 1, isLinked: isLinked)))
      case .strong: run.append(.strong(inlines(of: node, depth: depth + 1, isLinked: isLinked)))
      case .link, .image:
        let children = inlines(of: node, depth: depth + 1, isLinked: true)
        if !isLinked, let destination = node.destination {
          run.append(.link(destination, children))
        } else {
          for child in children { run.append(child) }
        }
      default: run.append(.text(node.literal))
      }
    }
    return run.finish()
  }
}

/// Inlines one after another, texts side by side as one.
private struct InlineRun {
  private var inlines: [MarkdownInline] = []
  private var text = ""

  mutating func append(_ inline: MarkdownInline) {
    if case .text(let more) = inline {
      text += more
    } else {
      flush()
      inlines.append(inline)
    }
  }

  mutating func finish() -> [MarkdownInline] {
    flush()
    return inlines
  }

  private mutating func flush() {
    if !text.isEmpty { inlines.append(.text(text)) }
    text = ""
  }
}
