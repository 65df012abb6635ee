/// Which routine calls which, to find the calls that would never end.
struct CallGraph {
  /// A partial used in a routine.
  struct Call {
    var from: Int
    var to: Int
    /// Where the sections around the call lead.
    var movement: TemplateScope.Movement
    var source: TemplateSource
    var name: TemplateName
  }

  private var calls: [Call] = []

  /// Adds a call.
  mutating func add(_ call: Call) { calls.append(call) }

  /// A call in a circle that does not lead deeper into the records with every round.
  var endless: Call? {
    let staying = calls.filter { $0.movement == .none }
    return calls.first { call in
      switch call.movement {
      case .deeper: false
      case .none: Self.leads(from: call.to, to: call.from, over: staying)
      case .outward: Self.leads(from: call.to, to: call.from, over: calls)
      }
    }
  }

  private static func leads(from start: Int, to goal: Int, over calls: [Call]) -> Bool {
    var seen: Set<Int> = [start]
    var waiting = [start]
    while let routine = waiting.popLast() {
      if routine == goal { return true }
      for call in calls where call.from == routine && seen.insert(call.to).inserted {
        waiting.append(call.to)
      }
    }
    return false
  }
}
