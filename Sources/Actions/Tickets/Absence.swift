/// Why open findings have no ticket.
public enum Absence: String, Sendable, Hashable, CaseIterable {
  /// No route takes them.
  case noRoute
  /// They are less severe than their route asks for, or nobody says how severe they are.
  case belowSeverity
  /// They were there before tickets were kept.
  case baseline
  /// No scan confirms them at the moment.
  case unconfirmed
  /// The run may open no more.
  case overLimit
  /// A ticket was asked for, and nobody knows yet whether there is one.
  case awaited
  /// The tracker did not take it, or could not be asked; the next run tries again.
  case pending

  /// A sentence for a page, without a full stop.
  public var sentence: String {
    switch self {
    case .noRoute: "no route of the configuration takes it"
    case .belowSeverity: "its severity does not ask for one"
    case .baseline: "it was there before tickets were kept"
    case .unconfirmed: "no scan confirms it at the moment"
    case .overLimit: "the run had opened as many as it may; the next goes on"
    case .awaited: "one was asked for, and the tracker has not confirmed it yet"
    case .pending: "the tracker did not take it; the next run tries again"
    }
  }
}
