public import Findings

/// The name of a run's record: its moment and the SHA-256 of what it says, as
/// `2026-11-24T02:00:00Z-<64 hex digits>`.
public struct RunName: Sendable, Hashable {
  /// The run's moment.
  public let moment: Instant
  /// The SHA-256 of the record before packing, in lower-case hex.
  public let sha256: String

  /// The name of a record with a moment and a digest.
  public init(moment: Instant, sha256: String) {
    self.moment = moment
    self.sha256 = sha256
  }

  /// Reads a name; nil if the text is none.
  public init?(_ text: String) {
    guard let separator = text.lastIndex(of: "-"),
      let moment = Instant(iso8601: String(text[..<separator]))
    else { return nil }
    let digest = text[text.index(after: separator)...]
    let digits = Set("0123456789abcdef")
    guard digest.utf8.count == 64, digest.allSatisfy(digits.contains) else { return nil }
    self.init(moment: moment, sha256: String(digest))
  }

  /// The key under which the record is stored, relative to the history's root.
  public var key: String { "runs/\(self).json.zst" }
}

extension RunName: CustomStringConvertible {
  /// Moment and digest, joined by a hyphen.
  public var description: String { "\(moment)-\(sha256)" }
}
