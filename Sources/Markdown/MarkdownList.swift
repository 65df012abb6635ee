/// A list of a parsed text.
struct MarkdownList: Sendable, Hashable {
  /// The number it begins with; nil for bullets.
  var start: Int?
  /// Whether its items follow each other without space.
  var isTight: Bool
  /// The blocks of each item.
  var items: [[MarkdownBlock]]
}
