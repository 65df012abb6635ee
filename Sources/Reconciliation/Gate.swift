public import Findings

/// The rule by which a run passes or fails.
public struct Gate: Sendable, Hashable {
  /// The run fails if a finding this bad or worse is new or reopened; nil: never.
  public var new: Severity?
  /// The run fails if a finding this bad or worse is open; nil: never.
  public var open: Severity?

  /// A gate that lets everything pass unless told otherwise.
  public init(new: Severity? = nil, open: Severity? = nil) {
    self.new = new
    self.open = open
  }

  /// Why a ledger does not pass, a sentence each; none if it does.
  ///
  /// A finding of unknown severity counts as bad enough: nobody has said that it is not. A
  /// project's baseline is not new.
  public func failures(of ledger: Ledger) -> [String] {
    var newCount = 0
    var openCount = 0
    for project in ledger.projects {
      for index in project.entries.indices where project.entries[index].state.countsAsOpen {
        let severity = project.entries[index].finding.severity
        let change = project.entries[index].change
        let isNews = change == .new || change == .reopened
        if !project.isBaseline, isNews, reaches(severity, new) { newCount += 1 }
        if reaches(severity, open) { openCount += 1 }
      }
    }
    var failures: [String] = []
    if let new, newCount > 0 {
      failures.append(
        "gate failed: \(newCount) new or reopened findings of \(new.rawValue) or worse"
      )
    }
    if let open, openCount > 0 {
      failures.append("gate failed: \(openCount) open findings of \(open.rawValue) or worse")
    }
    return failures
  }

  private func reaches(_ severity: Severity, _ threshold: Severity?) -> Bool {
    guard let threshold else { return false }
    return severity <= threshold || severity == .unknown
  }
}
