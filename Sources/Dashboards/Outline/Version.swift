/// Versions as far as they can be compared without knowing whose they are: number by number.
enum Version {
  /// The newest of a list such as `2.12.2, 2.15.0`; nil for an empty one.
  static func newest(_ list: String) -> String? {
    list.split { $0 == "," || $0 == " " || $0 == ";" || $0 == "|" }.map(String.init)
      .filter { $0.utf8.contains { (0x30...0x39).contains($0) } }
      .max { isOlder($0, than: $1) }
  }

  /// Whether one version is older than another; where numbers do not tell, its text decides.
  static func isOlder(_ left: String, than right: String) -> Bool {
    let (own, others) = (numbers(left), numbers(right))
    for (one, other) in zip(own, others) where one != other {
      return one.count == other.count ? one < other : one.count < other.count
    }
    return own.count == others.count ? left < right : own.count < others.count
  }

  /// The runs of digits without leading zeros.
  private static func numbers(_ version: String) -> [String] {
    version.utf8.split { !(0x30...0x39).contains($0) }
      .map { digits in String(decoding: digits.drop { $0 == 0x30 }, as: UTF8.self) }
  }
}
