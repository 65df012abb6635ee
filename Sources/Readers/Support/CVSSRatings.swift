internal import Findings

/// Picks one of several CVSS ratings: the highest version that has a score.
struct CVSSRatings {
  private var ratings: [(version: Double, rating: CVSS)] = []

  /// None yet.
  init() {}

  /// Adds a rating if its score is one; of one version, the first stays.
  ///
  /// The version is read from the vector where it is not given: a vector without `CVSS:` is
  /// version 2.
  mutating func add(score: Double?, vector: String?, version: Double? = nil) {
    guard let score, (0...10).contains(score) else { return }
    let vector = vector.flatMap { Self.isVector($0) ? $0 : nil }
    let version = version ?? vector.map(Self.version) ?? 0
    if ratings.contains(where: { $0.version == version }) { return }
    ratings.append((version, CVSS(score: score, vector: vector)))
  }

  /// Adds a vector whose score is not given, if it can be computed.
  mutating func add(vector: String?) {
    guard let vector else { return }
    add(score: CVSSVector.score(of: vector), vector: vector)
  }

  /// The rating of the highest version; nil when there is none.
  var best: CVSS? { ratings.max { $0.version < $1.version }?.rating }

  private static func version(_ vector: String) -> Double {
    guard vector.hasPrefix("CVSS:") else { return 2 }
    return Double(vector.dropFirst(5).prefix { $0 != "/" }) ?? 2
  }

  /// Whether a text is made as vectors are: `AV:N/AC:L/…`, at most 300 bytes.
  private static func isVector(_ text: String) -> Bool {
    text.utf8.count <= 300 && text.holds("AV:")
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "-")...UInt8(ascii: ":")).contains(byte)
      }
  }
}
