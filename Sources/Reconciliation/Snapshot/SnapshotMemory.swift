internal import Findings
internal import Syntax

/// The moments read before: a snapshot names few, many times.
struct SnapshotMemory {
  private var moments: [String: Instant] = [:]

  /// The moment under a key; throws if it is missing or none.
  mutating func requiredInstant(
    _ json: JSON,
    _ key: StaticString
  ) throws(SyntaxError) -> Instant {
    guard let moment = try optionalInstant(json, key) else { throw json.error("has no \(key)") }
    return moment
  }

  /// The moment under a key, nil if there is none; throws if it is something else.
  mutating func optionalInstant(
    _ json: JSON,
    _ key: StaticString
  ) throws(SyntaxError) -> Instant? {
    if json[key].kind == .number { return json[key].int.map { Instant(seconds: Int64($0)) } }
    guard let text = try json.optionalString(key) else { return nil }
    if let known = moments[text] { return known }
    guard let moment = Instant(iso8601: text) else {
      throw json[key].error("is not a moment in ISO 8601")
    }
    moments[text] = moment
    return moment
  }
}
