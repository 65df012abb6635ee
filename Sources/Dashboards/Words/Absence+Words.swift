internal import Actions

extension Absence {
  /// The word for a list.
  var word: String {
    switch self {
    case .noRoute: "no route"
    case .belowSeverity: "below the severity"
    case .baseline: "baseline"
    case .unconfirmed: "unconfirmed"
    case .overLimit: "over the run’s limit"
    case .awaited: "awaited"
    case .pending: "to be tried again"
    }
  }

  /// The name of its page, and of its entry in the definitions.
  var anchor: String {
    switch self {
    case .noRoute: "no-route"
    case .belowSeverity: "below-severity"
    case .baseline: "baseline"
    case .unconfirmed: "unconfirmed"
    case .overLimit: "over-limit"
    case .awaited: "awaited"
    case .pending: "pending"
    }
  }

  /// Why, as a sentence of its own.
  var explanation: String {
    "\(sentence.prefix(1).uppercased() + sentence.dropFirst())."
  }
}
