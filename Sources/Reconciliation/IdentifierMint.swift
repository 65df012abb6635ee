internal import Findings
internal import Hashing

/// Makes the names that findings keep for ever.
struct IdentifierMint {
  private var used: Set<String>
  /// The first ordinal not tried yet for each stream, key and path.
  private var next: [String: Int] = [:]

  /// The version of the recipe, part of what is hashed.
  private static let version = "1"

  /// A mint that makes none of the names already used.
  init(used: some Sequence<String>) {
    self.used = Set(used)
  }

  /// A name that no other finding of the project has: 80 bits of the digest of stream, key, path and
  /// the smallest ordinal that is free.
  ///
  /// Neither line nor code is in it, so that the same report gives the same names whenever it is
  /// first read.
  mutating func mint(for finding: Finding, in stream: Stream) -> String {
    let parts = [
      Self.version, stream.project, stream.category.rawValue, stream.scanner, stream.target,
      finding.identity.key, finding.identity.place.path,
    ]
    // Each part is preceded by its length: no two lists of parts give one text.
    let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
    var ordinal = next[text] ?? 0
    while true {
      let name = SHA256.hash("\(text)\(ordinal)").prefix(10).base32
      ordinal += 1
      if used.insert(name).inserted {
        next[text] = ordinal
        return name
      }
    }
  }
}
