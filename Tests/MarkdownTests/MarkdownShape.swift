import Templates

@testable import Markdown

extension String {
  /// Its words without word joiners: white space is never the same on both sides.
  var words: [Substring] {
    String(unicodeScalars.filter { $0 != "\u{2060}" })
      .split { $0 == " " || $0 == "\n" || $0 == "\t" }
  }
}

extension [MarkdownBlock] {
  /// The addresses of all links, in small letters.
  var links: Set<String> {
    Set(
      flatMap { block -> [String] in
        switch block {
        case .paragraph(let inlines), .heading(_, let inlines): inlines.links
        case .quote(let blocks): [String](blocks.links)
        case .list(let list): list.items.flatMap { $0.links }
        case .table(let table): ([table.header] + table.rows).joined().flatMap(\.links)
        case .code, .rule, .html: []
        }
      }
    )
  }
}

extension [MarkdownInline] {
  /// The addresses of all links, in small letters.
  var links: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .link(let link, _): [link.address.lowercased()]
      case .emphasis(let children), .strong(let children): children.links
      default: []
      }
    }
  }
}

extension [MarkdownBlock] {
  /// What the blocks are, without their texts; blocks in which nothing is written are left out.
  var shape: String {
    compactMap { block in
      switch block {
      case .paragraph(let inlines): GitLabInlineWriter.line(inlines).isEmpty ? nil : "p"
      case .heading(let level, _): "h\(level)"
      case .quote(let blocks): "q(\(blocks.shape))"
      case .list(let list):
        "\(list.start == nil ? "ul" : "ol")(\(list.items.map(\.shape).joined(separator: ", ")))"
      case .code: "code"
      case .table(let table): "table \(table.header.count)x\(table.rows.count)"
      case .rule: "rule"
      case .html(let text): text.words.isEmpty ? nil : "p"
      }
    }
    .joined(separator: " ")
  }
}
