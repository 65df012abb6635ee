internal import Actions

/// Stops a tracker's project after the same refusal three times, and a form after its first wrong
/// field: what was refused for everybody will be refused for the next.
struct Breaker {
  private var refusals: [String: [Refusal: Int]] = [:]
  private var forms: [String: Refusal] = [:]

  private static let limit = 3

  /// Takes notice of what came of a step.
  ///
  /// - Returns: A sentence, the first time that it stops something.
  mutating func notice(_ outcome: StepOutcome, of step: TicketStep, in project: String) -> String? {
    guard case .refused(let refusal) = outcome else { return nil }
    if case .create(let draft) = step, let field = refusal.field {
      let form = Self.form(draft.destination)
      guard forms[form] == nil else { return nil }
      forms[form] = refusal
      return "the field \"\(field)\" is refused: \(refusal.reason); "
        + "no issue of the type \(draft.destination.issueType) is made in \(project)"
    }
    guard refusal.status > 0 else { return nil }
    let count = (refusals[project]?[refusal] ?? 0) + 1
    refusals[project, default: [:]][refusal] = count
    guard count == Self.limit else { return nil }
    return "refused \(count) times alike, so nothing more is done in \(project): \(refusal.reason)"
  }

  /// Whether a step would only be refused.
  func refuses(_ step: TicketStep, in project: String) -> Bool {
    if case .create(let draft) = step, forms[Self.form(draft.destination)] != nil { return true }
    return refusals[project]?.values.contains { $0 >= Self.limit } ?? false
  }

  private static func form(_ destination: Destination) -> String {
    "\(destination.project)\0\(destination.issueType)"
  }
}
