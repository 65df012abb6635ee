/// A number with its noun, such as `1 finding`, `3 findings`.
func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// Sentences' parts as a list in words, such as `a, b and c`.
func listed(_ parts: [String]) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return parts.dropLast().joined(separator: ", ") + " and " + last
}

extension Int {
  /// The number with its sign, such as `+3`, `−2`, `±0`.
  var signed: String { self > 0 ? "+\(self)" : self < 0 ? "−\(magnitude)" : "±0" }
}
