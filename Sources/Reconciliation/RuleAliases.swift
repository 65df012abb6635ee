internal import Findings

/// Rules that are known under another name since their scanner renamed them.
public struct RuleAliases: Sendable, Hashable {
  private var newNames: [String: String]

  /// The new name of each renamed rule, by its old one; names of names are followed.
  public init(_ newNames: [String: String] = [:]) {
    self.newNames = newNames
  }

  /// Whether no rule was renamed.
  public var isEmpty: Bool { newNames.isEmpty }

  /// An identity's key with its rule under the newest name.
  func canonical(_ key: String) -> String {
    var parts = key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return key }
    // A table that names a rule after itself, directly or not, must still come to an end.
    for _ in 0..<newNames.count {
      guard let newName = newNames[parts[1]] else { break }
      parts[1] = newName
    }
    return parts.joined(separator: "\u{1F}")
  }
}
