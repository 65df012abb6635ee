internal import Findings
internal import Reconciliation

/// A project's state by its worst open finding, in one letter.
enum Grade: String, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case c = "C"
  case d = "D"
  case f = "F"

  /// The grade of what is open.
  init(_ open: SeverityCounts) {
    let unknown = open[.unknown] > 0
    switch open.worst {
    case nil: self = .a
    case .critical: self = .f
    case .high, .unknown: self = .d
    case .medium: self = unknown ? .d : .c
    case .low, .info: self = unknown ? .d : .b
    }
  }

  /// What it means, in a sentence.
  var meaning: String {
    switch self {
    case .a: "Nothing is open."
    case .b: "The worst open finding is low or info."
    case .c: "The worst open finding is medium."
    case .d: "The worst open finding is high, or its severity is unknown."
    case .f: "A critical finding is open."
    }
  }

  /// Why a project with so many open has it, such as `3 high`.
  func reason(_ open: SeverityCounts) -> String {
    switch self {
    case .a: "none open"
    case .f: "\(open[.critical]) critical"
    case .d:
      listed(
        [Severity.high, .unknown].filter { open[$0] > 0 }
          .map { "\(open[$0]) \($0 == .unknown ? "of unknown severity" : $0.rawValue)" }
      )
    case .c: "\(open[.medium]) medium"
    case .b:
      listed([Severity.low, .info].filter { open[$0] > 0 }.map { "\(open[$0]) \($0.rawValue)" })
    }
  }
}
