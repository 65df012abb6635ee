internal import Hashing

/// What a ticket is found by in its tracker: a label that no two tickets share.
public struct TicketKey: Sendable, Hashable, Comparable {
  /// The label, such as `vigil-3f0c…` with 24 digits; legal in every tracker.
  public let label: String

  /// The label that all tickets of ours bear.
  public static let common = "vigil"

  /// The key of a subject of a project.
  ///
  /// After a ticket that was closed for good, a new one about the
  /// same subject is of the next generation.
  public init(project: String, subject: String, generation: Int) {
    let digest = SHA256.hash("ticket\0\(project)\0\(subject)\0\(generation)").hexadecimal
    label = "vigil-\(digest.prefix(24))"
  }

  /// A key from its label; nil for a label that is none of ours.
  public init?(label: String) {
    let lower = label.lowercased()
    guard lower.hasPrefix("vigil-"), lower.utf8.count == 30,
      lower.utf8.dropFirst(6).allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.label = lower
  }

  /// Orders by label.
  public static func < (left: Self, right: Self) -> Bool { left.label < right.label }
}
