internal import Actions
internal import Pipeline

/// A plan of tickets as a person reads it: what would be done, counted and grouped, each step with
/// the very requests.
struct PlanLines {
  let tracker: String
  let plan: [PlannedRequests]

  /// Prints it all.
  func print() {
    guard !plan.isEmpty else { return Output.print("\(tracker): nothing to do") }
    Output.print("\(tracker): \(Self.counts(plan.map(\.planned)))")
    for (verb, steps) in groups {
      Output.print("")
      Output.print("\(verb): \(steps.count)")
      for step in steps { Self.print(step) }
    }
  }

  /// The steps by what is done, in the order they are first done.
  private var groups: [(String, [PlannedRequests])] {
    var order: [String] = []
    var steps: [String: [PlannedRequests]] = [:]
    for step in plan {
      let verb = step.planned.step.verb
      if steps[verb] == nil { order.append(verb) }
      steps[verb, default: []].append(step)
    }
    return order.map { ($0, steps[$0] ?? []) }
  }

  private static func print(_ step: PlannedRequests) {
    let planned = step.planned
    Output.print("  \(subject(of: planned))  [\(planned.reason)]")
    if let obstacle = step.obstacle { Output.print("    not possible: \(obstacle)") }
    for request in step.requests {
      Output.print("    \(request.method) \(request.address)")
      // JSON has no control characters of its own, and the whole is wanted.
      Output.write(Array("    ".utf8) + request.body + [UInt8(ascii: "\n")])
    }
    if step.obstacle == nil, step.requests.isEmpty { Output.print("    nothing is left to do") }
  }

  private static func subject(of planned: PlannedStep) -> String {
    guard case .create(let draft) = planned.step else { return planned.step.issue?.key ?? "" }
    return "\(draft.destination.project)  \(draft.title)"
  }

  /// Such as `3 to create, 1 to close`.
  static func counts(_ steps: [PlannedStep]) -> String {
    counts(Dictionary(steps.map { ($0.step.verb, 1) }, uniquingKeysWith: +), "to ")
  }

  /// Such as `3 create, 1 close`, with a word before each verb.
  static func counts(_ counts: [String: Int], _ word: String) -> String {
    let order = ["create", "reopen", "comment", "update", "close", "link"]
    let parts = order.compactMap { verb in
      counts[verb].flatMap { $0 > 0 ? "\($0) \(word)\(verb)" : nil }
    }
    return parts.isEmpty ? "nothing to do" : parts.joined(separator: ", ")
  }
}
