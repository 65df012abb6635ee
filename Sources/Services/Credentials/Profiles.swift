internal import Findings

/// The profiles of the shared files.
struct Profiles: Sendable {
  private var profiles: [String: Profile] = [:]
  /// The files that a variable names and that do not exist.
  var missing: [Problem] = []

  /// The profile of a name.
  subscript(_ name: String) -> Profile? { profiles[name] }

  /// Adds what a file says of a profile; it goes before what was known.
  mutating func add(_ settings: [String: String], to name: String, from file: String) {
    profiles[name, default: Profile(name: name)].add(settings, from: file)
  }
}
