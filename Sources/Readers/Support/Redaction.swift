/// Masks secrets in text that comes from a scanner.
///
/// Known values are masked wherever they stand; besides them tokens whose form gives them away,
/// passwords in URLs and assignments, private keys, and long runs that look random. Paths,
/// advisories, package versions and hexadecimal digests stay. Text with nothing suspicious is
/// returned as it is, after one look at each byte.
struct Redaction {
  /// What stands in place of a secret.
  static let mask = "[masked]"

  /// Values that are known to be secret, the longest first.
  private let values: [[UInt8]]

  /// A redaction of known values and, always, of what looks secret; values under 4 bytes are too
  /// common to be masked everywhere.
  init(hiding values: [String] = []) {
    self.values = values.flatMap(Self.parts).filter { $0.count >= 4 }.sorted { $0.count > $1.count }
  }

  /// The text without known values and without what looks secret.
  func callAsFunction(_ text: String) -> String { Self.masked(known(text)) }

  /// The text without known values: for names and paths, which may well look random.
  func known(_ text: String) -> String {
    var bytes: [UInt8]?
    for value in values {
      var replaced = false
      let source = bytes ?? Array(text.utf8)
      let result = Self.replacing(value, in: source, &replaced)
      if replaced { bytes = result }
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// The text, if nothing in it looks secret: for values that are no use in part.
  static func harmless(_ text: String?) -> String? {
    text.flatMap { masked($0) == $0 ? $0 : nil }
  }

  /// The text without what looks secret.
  static func masked(_ text: String) -> String {
    var text = text
    let ranges = text.withUTF8 { SecretShapes.ranges(in: $0) }
    if ranges.isEmpty { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    for range in ranges where range.lowerBound >= position {
      output.append(contentsOf: bytes[position..<range.lowerBound])
      output.append(contentsOf: mask.utf8)
      position = range.upperBound
    }
    output.append(contentsOf: bytes[position...])
    return String(decoding: output, as: UTF8.self)
  }

  /// A value as it is, each of its lines, and as it looks inside JSON or a URL.
  private static func parts(of value: String) -> [[UInt8]] {
    var parts = [Array(value.utf8)]
    let lines = value.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    if lines.count > 1 { parts += lines.map { Array($0) } }
    let trimmed = value.drop { $0.isWhitespace }
    if trimmed.utf8.count < value.utf8.count { parts.append(Array(trimmed.utf8)) }
    return parts
  }

  private static func replacing(
    _ value: [UInt8],
    in bytes: [UInt8],
    _ replaced: inout Bool
  ) -> [UInt8] {
    guard let first = value.first, bytes.count >= value.count else { return bytes }
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == first, bytes[position...].starts(with: value) {
        output.append(contentsOf: mask.utf8)
        position += value.count
        replaced = true
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }
}
