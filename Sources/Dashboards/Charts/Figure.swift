/// Numbers as texts, the same on every machine.
enum Figure {
  /// At most one decimal, such as `12.5` or `12`.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }

  /// A share of 1 as a percentage for a coordinate.
  static func percent(_ share: Double) -> String { decimal(share * 100) + "%" }

  /// A count in little room: `950`, `1.5k`, `20M`.
  static func short(_ count: Int) -> String {
    let units: [(Int, String)] = [
      (1_000_000_000_000, "T"), (1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k"),
    ]
    for (size, letter) in units where count.magnitude >= size.magnitude {
      return decimal(Double(count) / Double(size)) + letter
    }
    return "\(count)"
  }

  /// A count and what is counted: `1 finding`, `2 findings`.
  static func count(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(count) \(count == 1 ? singular : plural)"
  }
}
