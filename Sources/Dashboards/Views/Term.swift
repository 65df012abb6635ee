internal import Templates

/// A word and what it means.
struct Term: TemplateView {
  let anchor: String
  let word: String
  let meaning: String

  /// A word under an anchor of its own.
  init(_ word: String, _ meaning: String, anchor: String) {
    self.word = word
    self.meaning = meaning
    self.anchor = anchor
  }

  static let schema = Schema<Term>(
    "term",
    [
      .text("anchor") { $0.anchor },
      .text("word") { $0.word },
      .text("meaning") { $0.meaning },
    ]
  )
}
