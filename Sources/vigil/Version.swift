/// What this program is.
enum Version {
  /// The version, by semantic versioning.
  static let number = "0.1.0"
  /// The program and its version, as pages and snapshots say it.
  static let name = "vigil \(number)"
}
