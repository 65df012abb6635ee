/// Finds what somebody may have meant by a name that does not exist.
public enum NearestName {
  /// The known name with the fewest changed letters, if they are few for its length.
  public static func suggestion(for name: some StringProtocol, among known: [String]) -> String? {
    let word = Array(name.utf8)
    var best: (distance: Int, name: String)?
    for candidate in known.sorted() {
      let distance = distance(word, Array(candidate.utf8))
      if distance < best?.distance ?? (max(word.count, 2) / 2 + 1) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// How many letters must be added, taken out or replaced (Levenshtein), case ignored.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let cost = lower(letter) == lower(other) ? 0 : 1
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + cost)
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[right.count]
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
}
