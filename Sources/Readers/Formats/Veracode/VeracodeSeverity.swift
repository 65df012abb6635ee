internal import Findings

/// Veracode's severities, 0 to 5.
enum VeracodeSeverity {
  /// What a number means, and Veracode's word for it.
  static func severity(_ number: Int?) -> (Severity, word: String?) {
    switch number {
    case 5: (.critical, "Very High")
    case 4: (.high, "High")
    case 3: (.medium, "Medium")
    case 2: (.low, "Low")
    case 1: (.low, "Very Low")
    case 0: (.info, "Informational")
    default: (.unknown, number.map(String.init))
    }
  }
}
