/// The words with which an issue ends, the best first; compared without case and without the marks
/// between words.
public struct JiraResolutions: Sendable, Hashable {
  /// For what is fixed.
  public var fixed = ["Done", "Fixed", "Resolved", "Complete", "Completed"]
  /// For what somebody decided to live with.
  public var suppressed = ["Won't Do", "Won't Fix", "Declined"]

  /// The usual words.
  public init() {}

  /// Statuses that end an issue as somebody would say that all is well.
  private static let ends = ["done", "closed", "resolved", "fixed", "complete", "completed"]
  /// Statuses and transitions that say that nothing will be done.
  private static let rejections: Set<String> = [
    "wontdo", "wontfix", "rejected", "reject", "declined", "decline", "cancelled", "canceled",
    "cancel", "invalid", "duplicate", "notabug", "falsepositive", "obsolete", "abandoned",
    "cannotreproduce", "riskaccepted", "accepted", "acceptedrisk",
  ]

  /// The resolution to end an issue with, of those a screen allows; nil if none fits.
  func resolution(among allowed: [String], isFixed: Bool) -> String? {
    for word in isFixed ? fixed : suppressed {
      if let match = allowed.first(where: { Self.plain($0) == Self.plain(word) }) { return match }
    }
    return nil
  }

  /// How well a status ends an issue, less being better; nil if it says what is not so.
  func rank(of status: String, by transition: String, isFixed: Bool) -> Int? {
    let word = Self.plain(status)
    let words = (isFixed ? fixed : suppressed).map(Self.plain)
    if let rank = words.firstIndex(of: word) { return rank }
    let isRejection =
      Self.rejections.contains(word) || Self.rejections.contains(Self.plain(transition))
    if isFixed, isRejection { return nil }
    let end = Self.ends.firstIndex(of: word) ?? Self.ends.count
    return isRejection ? words.count : words.count + 1 + end
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
