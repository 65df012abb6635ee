internal import Templates

/// A number that leads to what it counts; without a link if that is nothing.
struct LinkedCount: TemplateView {
  let word: String
  let count: Int
  let link: Link?
  /// The class that the stylesheet colours.
  let style: String

  /// The sign beside the word, if it has one.
  let symbol: String?

  /// A count and where it leads unless it is 0.
  init(
    _ word: String,
    _ count: Int,
    style: String = "",
    symbol: String? = nil,
    link: Link?
  ) {
    self.word = word
    self.count = count
    self.style = style
    self.symbol = symbol
    self.link = count == 0 ? nil : link
  }

  static let schema = Schema<LinkedCount>(
    "count",
    [
      .text("word") { $0.word },
      .number("count") { $0.count },
      .link("link") { $0.link },
      .text("style") { $0.style },
      .text("symbol") { $0.symbol },
    ]
  )
}
