internal import Syntax

/// The entries of the lists in lists of a report.
struct ListWalk {
  private let steps: [ReportPath.Step]
  /// The entries, in their order.
  private(set) var entries: [ReportEntry] = []
  /// Where a list is missing inside another one.
  private(set) var missing: [SyntaxError] = []

  /// Walks from the whole report; throws when the outermost list is not there.
  init(_ path: ReportPath, from root: ReportNode) throws(SyntaxError) {
    steps = path.steps
    try walk(ReportEntry(node: root), step: 0, at: root)
  }

  /// Goes on from a value inside an entry.
  private mutating func walk(
    _ entry: ReportEntry,
    step index: Int,
    at node: ReportNode
  ) throws(SyntaxError) {
    guard index < steps.count else { return entries.append(entry) }
    let step = steps[index]
    let next = index + 1
    if case .element = node, next < steps.count, steps[next] == .all {
      return each(of: node.nodes(at: step), in: entry, step: next + 1)
    }
    if step == .all || step == .members {
      guard case .json(let value) = node else { throw node.error("expected a list") }
      _ = step == .all ? try value.asArray() : try value.asObject()
      return each(of: node.nodes(at: step), in: entry, step: next)
    }
    guard let child = node.nodes(at: step).first else {
      throw node.error("expected \(step.words), found none")
    }
    try walk(entry, step: next, at: child)
  }

  private mutating func each(of nodes: [ReportNode], in entry: ReportEntry, step: Int) {
    let outer = entry.outer + [entry.node]
    for node in nodes {
      do throws(SyntaxError) {
        try walk(ReportEntry(node: node, outer: outer), step: step, at: node)
      } catch {
        missing.append(error)
      }
    }
  }
}

extension ReportPath.Step {
  /// What it looks for.
  fileprivate var words: String {
    switch self {
    case .member(let name): "`\(name)`"
    case .attribute(let name): "the attribute `\(name)`"
    case .element(let position): "an element \(position)"
    case .all, .members: "a list"
    }
  }
}
