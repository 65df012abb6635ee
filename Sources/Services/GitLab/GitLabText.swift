/// Texts that GitLab takes as they are, and those it shows.
enum GitLabText {
  /// The most code points of a title.
  private static let titleLimit = 255
  /// What parts a mark from what it would refer to, and is not seen (U+2060, the word joiner).
  private static let joiner: Character = "\u{2060}"

  /// A title that notifies nobody and refers to nothing.
  ///
  /// GitLab looks for both in titles, where no escape holds: `@name`, `#1`, `!1`, `~label`, `%1`,
  /// `&1`, `$1`, `[issue:1]` (GitLab Docs, "GitLab Flavored Markdown", references).
  static func title(_ text: String) -> String {
    let mark = #/[@#!~%&$^](?=[\w"])|\[(?=\w+:\d)/#
    let title = text.oneLine.replacing(mark) { match in String(match.output) + String(joiner) }
    let scalars = title.unicodeScalars
    guard scalars.count > titleLimit else { return title }
    return String(String.UnicodeScalarView(scalars.prefix(titleLimit - 1))) + "…"
  }

  /// A text without what escapes it, to look for words in.
  static func plain(_ text: String) -> String {
    text.filter { $0 != "\\" && $0 != joiner }
  }
}
