/// A site's pages as parsers see them.
struct ParsedSite {
  /// Every file's path.
  let paths: Set<String>
  /// The HTML pages by path.
  let pages: [String: HTMLPage]
  /// The Markdown pages by path.
  let twins: [String: MarkdownPage]
  /// The texts of both.
  let texts: [String: String]

  init(_ site: WrittenSite) {
    paths = Set(site.files.keys)
    pages = site.files.filter { $0.key.hasSuffix(".html") }.mapValues { HTMLPage($0) }
    let markdown = site.files.filter { $0.key.hasSuffix(".md") }
      .mapValues { String(decoding: $0, as: UTF8.self) }
    twins = markdown.mapValues { MarkdownPage($0) }
    texts = markdown.merging(
      site.files.filter { $0.key.hasSuffix(".html") }
        .mapValues { String(decoding: $0, as: UTF8.self) }
    ) { first, _ in first }
  }
}
