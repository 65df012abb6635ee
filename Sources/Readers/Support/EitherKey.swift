internal import Syntax

extension JSON {
  /// The member under the first of several spellings of its key that is there.
  func either(_ keys: StaticString...) -> JSON {
    for key in keys where self[key].kind != .missing { return self[key] }
    return self[""]
  }

  /// The string under the first of several spellings of its key; throws if there is none.
  func requiredString(either keys: StaticString...) throws(SyntaxError) -> String {
    for key in keys where self[key].kind != .missing { return try requiredString(key) }
    throw error("expected a string under \(keys.map { "\($0)" }.joined(separator: " or "))")
  }
}
