internal import Findings

/// Tells whether the fingerprints of one report can be trusted to recognise findings.
///
/// Scanners put placeholders, one value for everything, or places with line numbers there; such
/// fingerprints would join what is apart, or part what is one.
enum FingerprintTest {
  /// Takes the fingerprints away from a report's findings if they do not pass.
  static func apply(to findings: inout ArraySlice<Finding>) {
    if isTrusted(findings) { return }
    for index in findings.indices { findings[index].identity.place.fingerprint = nil }
  }

  /// Whether nearly every value stands for one rule and path, and few hold their line's number.
  static func isTrusted(_ findings: ArraySlice<Finding>) -> Bool {
    // Ten thousand are enough to see what kind of values they are.
    let findings = findings.prefix(10_000)
    var owners: [String: Int] = [:]
    owners.reserveCapacity(findings.count)
    var conflicts = 0
    var sampled = 0
    var placed = 0
    var count = 0
    for index in findings.indices {
      guard let fingerprint = findings[index].identity.place.fingerprint else { continue }
      count += 1
      let owner = owner(of: findings[index].identity)
      if let known = owners.updateValue(owner, forKey: fingerprint), known != owner {
        conflicts += 1
      }
      if sampled < 200, let line = findings[index].location.line, line >= 10 {
        sampled += 1
        if holds(line, fingerprint) { placed += 1 }
      }
    }
    return conflicts * 10 <= count && placed * 5 <= sampled * 4
  }

  private static func owner(of identity: Identity) -> Int {
    var hasher = Hasher()
    hasher.combine(identity.key)
    hasher.combine(identity.place.path)
    return hasher.finalize()
  }

  /// Whether a number stands in a text by itself.
  private static func holds(_ line: Int, _ text: String) -> Bool {
    text.utf8.split(whereSeparator: { !ByteClass.isWord($0) }).contains {
      $0.elementsEqual(String(line).utf8)
    }
  }

  /// Whether a value says that there is none.
  static func isPlaceholder(_ value: String) -> Bool {
    value.isEmpty || value == "requires login" || value == "null" || value == "0"
  }
}

extension Reading {
  /// Keeps the scanner's own fingerprints only if they pass the self-test.
  mutating func trustFingerprints() { FingerprintTest.apply(to: &findings[...]) }
}
