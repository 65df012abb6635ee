/// What is to be done in a tracker so that it says what the findings say.
public struct TicketPlan: Sendable {
  /// What to do, in this order: first what is made, the worst first, then what is said, moved and
  /// linked, project by project.
  public var steps: [PlannedStep] = []
  /// Why subjects with open findings have no ticket: by project, and by the subject's name.
  public var absences: [String: [String: Absence]] = [:]

  /// Nothing to do.
  public init() {}

  /// The issues that are to be made.
  public var drafts: [TicketDraft] {
    steps.compactMap { planned in
      guard case .create(let draft) = planned.step else { return nil }
      return draft
    }
  }
}
