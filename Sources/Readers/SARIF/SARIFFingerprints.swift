internal import Syntax

/// Which of the fingerprints of a run's results are used (SARIF §3.27.17, §3.27.18, appendix B).
enum SARIFFingerprints {
  /// A member of `fingerprints` or of `partialFingerprints`.
  struct Key {
    var isPartial: Bool
    var name: String
  }

  /// The key to use in all results: the first of `fingerprints`, else of `partialFingerprints`, in
  /// its greatest version.
  static func key(in results: JSON) -> Key? {
    for result in results.elements.prefix(100) {
      if let name = best(result["fingerprints"]) { return Key(isPartial: false, name: name) }
      if let name = best(result["partialFingerprints"]) { return Key(isPartial: true, name: name) }
    }
    return nil
  }

  /// The value under a key, together with its name, so that another algorithm's never equals it.
  static func value(_ key: Key?, of result: JSON) -> String? {
    guard let key else { return nil }
    let prints = key.isPartial ? result["partialFingerprints"] : result["fingerprints"]
    guard let value = prints[member: key.name].string, value.utf8.count <= 500,
      !FingerprintTest.isPlaceholder(value), Redaction.harmless(value) != nil
    else { return nil }
    return "\(key.name):\(value)"
  }

  private static func best(_ prints: JSON) -> String? {
    var best: String?
    for (name, value) in prints.members {
      guard let text = value.string, !FingerprintTest.isPlaceholder(text), !isPersonal(name) else {
        continue
      }
      guard let current = best else {
        best = name
        continue
      }
      let (stem, version) = versioned(name)
      let (currentStem, currentVersion) = versioned(current)
      if stem == currentStem && version > currentVersion { best = name }
    }
    return best
  }

  private static func versioned(_ name: String) -> (stem: Substring, version: Int) {
    guard let slash = name.lastIndex(of: "/") else { return (name[...], 0) }
    let version = Int(name[slash...].dropFirst().drop { $0 == "v" }) ?? 0
    return (name[..<slash], version)
  }

  /// What some scanners put there instead: the commit and its author.
  private static func isPersonal(_ name: String) -> Bool {
    ["commitSha", "email", "author", "date", "commitMessage"].contains(name)
  }
}
