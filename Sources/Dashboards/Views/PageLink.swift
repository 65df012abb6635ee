internal import Templates

/// One of several pages of a list.
struct PageLink: TemplateView {
  let word: String
  let link: Link
  let isCurrent: Bool

  static let schema = Schema<PageLink>(
    "page link",
    [
      .text("word") { $0.word },
      .link("link") { $0.link },
      .flag("isCurrent") { $0.isCurrent },
    ]
  )
}
