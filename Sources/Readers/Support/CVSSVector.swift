/// The base score of a CVSS vector, for reports that hold the vector alone.
///
/// CVSS 2.0 §3.2.1 and CVSS 3.1 §7.1. The scores of CVSS 4 are looked up in a table, which is left to
/// scanners.
enum CVSSVector {
  /// The base score; nil for a vector that is not whole, or of another version.
  static func score(of vector: String) -> Double? {
    var metrics: [Substring: Substring] = [:]
    for part in vector.split(separator: "/") {
      let sides = part.split(separator: ":", maxSplits: 1)
      if sides.count == 2 { metrics[sides[0]] = sides[1] }
    }
    guard let version = metrics["CVSS"] else { return version2(metrics) }
    if version.hasPrefix("3.") { return version3(metrics) }
    return version == "2.0" ? version2(metrics) : nil
  }

  private static func version3(_ metrics: [Substring: Substring]) -> Double? {
    let isChanged = metrics["S"] == "C"
    let impacts: [Substring: Double] = ["H": 0.56, "L": 0.22, "N": 0]
    let privileges: [Substring: Double] = [
      "N": 0.85, "L": isChanged ? 0.68 : 0.62, "H": isChanged ? 0.5 : 0.27,
    ]
    guard metrics["S"] == "U" || isChanged,
      let vector = value(metrics["AV"], ["N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2]),
      let complexity = value(metrics["AC"], ["L": 0.77, "H": 0.44]),
      let privilege = value(metrics["PR"], privileges),
      let interaction = value(metrics["UI"], ["N": 0.85, "R": 0.62]),
      let confidentiality = value(metrics["C"], impacts),
      let integrity = value(metrics["I"], impacts),
      let availability = value(metrics["A"], impacts)
    else { return nil }
    let base = 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability)
    let power = (0..<15).reduce(1.0) { product, _ in product * (base - 0.02) }
    let impact = isChanged ? 7.52 * (base - 0.029) - 3.25 * power : 6.42 * base
    if impact <= 0 { return 0 }
    let exploitability = 8.22 * vector * complexity * privilege * interaction
    return roundedUp(min((isChanged ? 1.08 : 1) * (impact + exploitability), 10))
  }

  private static func version2(_ metrics: [Substring: Substring]) -> Double? {
    let impacts: [Substring: Double] = ["N": 0, "P": 0.275, "C": 0.66]
    guard let vector = value(metrics["AV"], ["L": 0.395, "A": 0.646, "N": 1]),
      let complexity = value(metrics["AC"], ["H": 0.35, "M": 0.61, "L": 0.71]),
      let authentication = value(metrics["Au"], ["M": 0.45, "S": 0.56, "N": 0.704]),
      let confidentiality = value(metrics["C"], impacts),
      let integrity = value(metrics["I"], impacts),
      let availability = value(metrics["A"], impacts)
    else { return nil }
    let impact = 10.41 * (1 - (1 - confidentiality) * (1 - integrity) * (1 - availability))
    if impact == 0 { return 0 }
    let exploitability = 20 * vector * complexity * authentication
    return ((0.6 * impact + 0.4 * exploitability - 1.5) * 1.176 * 10).rounded() / 10
  }

  private static func value(_ word: Substring?, _ weights: [Substring: Double]) -> Double? {
    word.flatMap { weights[$0] }
  }

  /// The smallest number with one decimal that is not less (CVSS 3.1, appendix A).
  private static func roundedUp(_ score: Double) -> Double {
    let scaled = Int((score * 100_000).rounded())
    return Double(scaled.isMultiple(of: 10_000) ? scaled / 10_000 : scaled / 10_000 + 1) / 10
  }
}
