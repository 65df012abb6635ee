internal import Findings

/// Qualys' severity levels, 1 to 5.
enum QualysSeverity {
  /// What a level of a vulnerability means: urgent, critical, serious, medium, minimal.
  static func severity(_ level: String?) -> (Severity, word: String?) {
    switch level {
    case "5": (.critical, "5")
    case "4": (.high, "4")
    case "3": (.medium, "3")
    case "2": (.low, "2")
    case "1": (.low, "1")
    default: (level.map { Severity(word: $0) } ?? .unknown, level)
    }
  }
}
