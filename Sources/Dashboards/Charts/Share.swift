internal import Findings
internal import Reconciliation

/// One part of a whole.
struct Share: Sendable, Hashable {
  /// Its word, such as `High`.
  let name: String
  /// The letter that stands for it where the word has no room.
  let letter: String
  /// The class that the stylesheet colours.
  let style: String
  /// How many it is.
  let count: Int
}

extension Share {
  /// So many findings of a severity.
  init(_ severity: Severity, count: Int) {
    let letter =
      switch severity {
      case .critical: "C"
      case .high: "H"
      case .medium: "M"
      case .low: "L"
      case .info: "I"
      case .unknown: "?"
      }
    self.init(name: severity.title, letter: letter, style: severity.rawValue, count: count)
  }

  /// So many findings in a state.
  init(_ state: State, count: Int) {
    switch state {
    case .open: self.init(name: "Open", letter: "O", style: "open", count: count)
    case .unknown:
      self.init(name: "Unconfirmed", letter: "?", style: "unconfirmed", count: count)
    case .suppressed: self.init(name: "Suppressed", letter: "S", style: "suppressed", count: count)
    case .fixed: self.init(name: "Fixed", letter: "F", style: "fixed", count: count)
    case .removed: self.init(name: "Removed", letter: "R", style: "removed", count: count)
    }
  }
}
