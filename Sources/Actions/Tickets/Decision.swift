public import Findings

/// What a person decided about a finding in the tracker.
public struct Decision: Sendable, Hashable {
  /// What was decided.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case falsePositive = "false_positive"
    case accepted
    case wontFix = "wont_fix"

    /// The words for a page.
    public var title: String {
      switch self {
      case .falsePositive: "False positive"
      case .accepted: "Risk accepted"
      case .wontFix: "Will not be fixed"
      }
    }
  }

  /// What was decided.
  public var kind: Kind
  /// The word of the tracker that says so: a resolution, a status or a label.
  public var word: String
  /// Who decided, as the tracker names them; nil if it does not say.
  public var by: String?
  /// When; nil if the tracker does not say.
  public var at: Instant?

  /// A decision and the word for it.
  public init(kind: Kind, word: String, by: String? = nil, at: Instant? = nil) {
    self.kind = kind
    self.word = word
    self.by = by
    self.at = at
  }
}

/// Which words of a tracker are decisions.
public struct DecisionWords: Sendable, Hashable {
  private let kinds: [String: Decision.Kind]

  /// The usual words of Jira and GitLab.
  public static let usual: [Decision.Kind: [String]] = [
    .falsePositive: [
      "False Positive", "False-Positive", "Not a Bug", "Invalid", "Cannot Reproduce",
    ],
    .accepted: ["Risk Accepted", "Accepted Risk", "Accepted"],
    .wontFix: ["Won't Do", "Won't Fix", "Wont Fix", "Declined", "Rejected"],
  ]

  /// Words for each kind of decision, compared without case and without the marks between words.
  public init(_ words: [Decision.Kind: [String]] = usual) {
    var kinds: [String: Decision.Kind] = [:]
    for kind in Decision.Kind.allCases {
      for word in words[kind] ?? [] { kinds[Self.plain(word)] = kind }
    }
    self.kinds = kinds
  }

  /// The decision that an issue bears; nil if it bears none.
  ///
  /// A label counts whether the issue is open or done; a resolution or a status only once it is
  /// done, and not if it was we who ended it so.
  public func decision(on issue: Issue, isEndedByUs: Bool = false) -> Decision? {
    let counts = issue.phase == .done && !isEndedByUs
    let words = counts ? [issue.resolution, issue.status].compactMap { $0 } : []
    for word in words + issue.labels {
      guard let kind = kinds[Self.plain(word)] else { continue }
      return Decision(kind: kind, word: word, by: issue.closedBy, at: issue.closedAt)
    }
    return nil
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
