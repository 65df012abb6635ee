/// How bad a finding is, in the words every page uses.
///
/// `unknown` is a word of its own: a scanner that gave no severity has not said "low".
public enum Severity: String, Sendable, Hashable, CaseIterable {
  case critical
  case high
  case medium
  case low
  case info
  case unknown

  /// The word for a page, such as `High`.
  public var title: String {
    switch self {
    case .critical: "Critical"
    case .high: "High"
    case .medium: "Medium"
    case .low: "Low"
    case .info: "Info"
    case .unknown: "Unknown"
    }
  }

  /// The place in a list that begins with the worst: 0 for critical, 5 for unknown.
  public var rank: Int {
    switch self {
    case .critical: 0
    case .high: 1
    case .medium: 2
    case .low: 3
    case .info: 4
    case .unknown: 5
    }
  }
}

extension Severity: Comparable {
  /// Orders the worst first; `unknown` stands last.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

extension Severity {
  /// The severity that a scanner's own word means, whatever its case; `unknown` for a word that
  /// means none.
  ///
  /// The words are those of CVSS, GitLab, SARIF, Trivy, Semgrep, npm, ZAP, and Prowler. A reader
  /// whose scanner uses a word differently maps it itself.
  public init(word: String) {
    switch word.lowercased() {
    case "critical", "blocker", "urgent", "fatal": self = .critical
    case "high", "error", "severe", "important", "major": self = .high
    case "medium", "moderate", "warning", "warn": self = .medium
    case "low", "minor", "note", "negligible": self = .low
    case "info", "informational", "information", "none", "style": self = .info
    default: self = .unknown
    }
  }

  /// The qualitative rating of a CVSS base score of 0 to 10 (CVSS 3.1 §5, CVSS 4.0 §6): none is
  /// `info`.
  public init(score: Double) {
    switch score {
    case 9.0...: self = .critical
    case 7.0..<9.0: self = .high
    case 4.0..<7.0: self = .medium
    case let positive where positive > 0: self = .low
    default: self = .info
    }
  }
}
