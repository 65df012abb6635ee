internal import Syntax

extension JSON {
  /// The array under a key, `missing` if it is missing; throws if it is `null` or something else.
  ///
  /// For producers that leave an empty list out: where one would be, `null` is damage.
  func strictArray(_ key: StaticString) throws(SyntaxError) -> JSON {
    self[key].kind == .missing ? self[key] : try requiredArray(key)
  }
}
