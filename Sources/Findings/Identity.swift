/// What makes two sightings of a problem the same problem, run after run.
///
/// The key says *what* it is and never drifts; the place says *where* it was last seen and does.
/// A severity, a score, a message's values, a line, an installed or fixed version, an image's tag,
/// a pod's hash, a moment or the scanner's version is never part of a key.
public struct Identity: Sendable, Hashable {
  /// The stable parts, separated so that no two lists of parts give one key.
  public var key: String
  /// Where it was, as evidence to find it again.
  public var place: Place

  /// An identity from the parts of its key, in an order that stays.
  public init(_ parts: [String], at place: Place) {
    key = Self.join(parts)
    self.place = place
  }

  /// An identity whose key was joined before.
  public init(key: String, place: Place) {
    self.key = key
    self.place = place
  }

  /// Joins parts with U+001F, which is taken out of the parts themselves.
  private static func join(_ parts: [String]) -> String {
    var key = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { key.append("\u{1F}") }
      if part.utf8.contains(0x1F) {
        key.append(part.replacing("\u{1F}", with: "\u{FFFD}"))
      } else {
        key.append(part)
      }
    }
    return key
  }
}

/// Where a finding was, as far as that helps to recognise it.
public struct Place: Sendable, Hashable {
  /// The path, manifest, URL or image target; empty when there is none.
  public var path: String
  /// The first line in it.
  public var line: Int?
  /// The function or block around it.
  public var logical: String?
  /// A digest of the code there, white space ignored; nil when the report does not quote it.
  public var snippet: UInt64?
  /// The fingerprint the scanner itself computed, if it passed the report's self-test.
  public var fingerprint: String?

  /// A place from what is known of it.
  public init(
    path: String,
    line: Int? = nil,
    logical: String? = nil,
    snippet: UInt64? = nil,
    fingerprint: String? = nil
  ) {
    self.path = path
    self.line = line
    self.logical = logical
    self.snippet = snippet
    self.fingerprint = fingerprint
  }
}
