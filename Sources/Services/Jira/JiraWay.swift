internal import Actions

/// Which of the moves that a workflow offers leads where an issue is to go; a pure choice.
///
/// Jira shows only the next moves. One that leads to the goal is taken; else one that leads on, to a
/// status the issue has not had on this way and that is not further from the goal.
struct JiraWay {
  /// Where an issue is to go.
  enum Goal {
    case done(isFixed: Bool)
    case notDone
  }

  /// A move, and the resolution to set with it.
  struct Move {
    var transition: JiraTransition
    var resolution: String?
  }

  var goal: Goal
  /// The status the issue has.
  var status: String
  var phase: Issue.Phase
  /// The statuses it has had on this way.
  var visited: Set<String>
  var words: JiraResolutions

  /// The move to make next.
  ///
  /// - Throws: Why there is none, as a refusal.
  func next(among transitions: [JiraTransition]) throws(TrackerFailure) -> Move {
    let move =
      switch goal {
      case .done(let isFixed): ending(transitions, isFixed) ?? hop(transitions)
      case .notDone: beginning(transitions)
      }
    guard let move else { throw TrackerFailure(kind: .refused, reason: obstacle(transitions)) }
    return move
  }

  private func ending(_ transitions: [JiraTransition], _ isFixed: Bool) -> Move? {
    var best: (move: Move, rank: Int)?
    for transition in transitions where transition.phase == .done && transition.missing.isEmpty {
      let rank = words.rank(of: transition.status, by: transition.name, isFixed: isFixed)
      guard let rank else { continue }
      let fitting = transition.resolutions.flatMap {
        words.resolution(among: $0, isFixed: isFixed)
      }
      guard fitting != nil || !transition.needsResolution else { continue }
      // A fitting resolution says more than the name of a status.
      let whole = rank + (fitting == nil ? 100 : 0)
      if best.map({ whole < $0.rank }) ?? true {
        best = (Move(transition: transition, resolution: fitting), whole)
      }
    }
    return best?.move
  }

  /// A move that leads on: never back to the beginning.
  private func hop(_ transitions: [JiraTransition]) -> Move? {
    let candidates = transitions.filter { transition in
      transition.missing.isEmpty && !transition.needsResolution && transition.phase != .done
        && transition.status != status && !visited.contains(transition.status)
    }
    let onward = candidates.first { $0.phase == .active }
    let aside = phase == .new ? candidates.first : nil
    return (onward ?? aside).map { Move(transition: $0) }
  }

  private func beginning(_ transitions: [JiraTransition]) -> Move? {
    let candidates = transitions.filter { transition in
      transition.missing.isEmpty && !transition.needsResolution && transition.phase != .done
    }
    let best = candidates.first { $0.phase == .new } ?? candidates.first
    return best.map { Move(transition: $0) }
  }

  private func obstacle(_ transitions: [JiraTransition]) -> String {
    let wanted =
      switch goal {
      case .done: "done"
      case .notDone: "an open status"
      }
    let reasons = transitions.compactMap { transition -> String? in
      guard isToGoal(transition) else { return nil }
      if !transition.missing.isEmpty {
        return "\"\(transition.name)\" asks for \(transition.missing.joined(separator: ", "))"
      }
      guard transition.needsResolution else { return nil }
      let offered = transition.resolutions?.joined(separator: ", ") ?? ""
      return "\"\(transition.name)\" asks for a resolution, one of \(offered)"
    }
    let why = reasons.isEmpty ? "" : ": " + reasons.joined(separator: "; ")
    return "no way from \(status) to \(wanted)\(why)".oneLine
  }

  private func isToGoal(_ transition: JiraTransition) -> Bool {
    switch goal {
    case .done: transition.phase == .done
    case .notDone: transition.phase != .done
    }
  }
}
