internal import Findings
internal import Syntax

extension Report {
  /// The entries of a report that is a list: the elements of an array, the values of JSON Lines, or
  /// the one object where there is only one.
  var entries: [JSON] {
    guard let root = json else { return lines ?? [] }
    return root.isObject ? [root] : Array(root.elements)
  }

  /// Whether an entry among the first 20 is of a kind.
  func hasEntry(where isOfKind: (JSON) -> Bool) -> Bool {
    if let lines { return lines.prefix(20).contains(where: isOfKind) }
    guard let root = json else { return false }
    return root.isObject ? isOfKind(root) : root.elements.prefix(20).contains(where: isOfKind)
  }

  /// Whether the content is an empty list (`null` is one too) in a file named after the scanner.
  func isEmptyList(of scanner: String) -> Bool {
    guard let root = json, root.kind == .null || root.isArray && root.count == 0 else {
      return false
    }
    return isNamed(scanner)
  }
}

extension Report {
  /// A reading filled from the JSON value; throws if there is none, and what filling it throws.
  func reading(
    of scanner: String,
    _ category: Category,
    _ fill: (inout Reading, JSON) throws(SyntaxError) -> Void
  ) throws(ReadError) -> Reading {
    guard let root = json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: scanner, category: category)
    do {
      try fill(&reading, root)
    } catch {
      throw ReadError(error)
    }
    return reading
  }

  /// Whether the content is an empty list, which says nothing of its scanner.
  var isEmptyList: Bool { json.map { $0.isArray && $0.count == 0 } ?? false }
}
