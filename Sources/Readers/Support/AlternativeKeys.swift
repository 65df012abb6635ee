internal import Syntax

extension JSON {
  /// The string under a key or, where there is none, under another; throws if neither has one.
  func requiredString(
    _ key: StaticString,
    or other: StaticString
  ) throws(SyntaxError) -> String {
    if let string = self[key].string { return string }
    return try requiredString(other)
  }

  /// The string under a key or another, nil if both are missing or `null`.
  func optionalString(
    _ key: StaticString,
    or other: StaticString
  ) throws(SyntaxError) -> String? {
    if let string = try optionalString(key) { return string }
    return try optionalString(other)
  }
}
