internal import Syntax

/// A table of a script's structured output: elements by key, and lists by key.
struct NmapTable {
  private let table: XMLElement

  init(_ table: XMLElement) {
    self.table = table
  }

  /// The text of the element with a key.
  subscript(_ key: String) -> String? {
    table.children("elem").first { $0["key"] == key }?.nonEmpty
  }

  /// The texts of the elements in the inner table with a key.
  func list(_ key: String) -> [String] {
    let inner = table.children("table").first { $0["key"] == key }
    return inner?.children("elem").compactMap { $0.nonEmpty } ?? []
  }
}
