/// Sizes as people write them.
enum ByteSize {
  /// The bytes that a text such as `500 MB`, `2GiB` or `1000` means; nil if it means none.
  static func parse(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard let number = Int(digits), number > 0 else { return nil }
    let factor: Int? =
      switch unit {
      case "", "b": 1
      case "kb": 1_000
      case "kib", "k": 1 << 10
      case "mb": 1_000_000
      case "mib", "m": 1 << 20
      case "gb": 1_000_000_000
      case "gib", "g": 1 << 30
      default: nil
      }
    guard let factor else { return nil }
    let (size, isTooLarge) = number.multipliedReportingOverflow(by: factor)
    return isTooLarge ? nil : size
  }
}
