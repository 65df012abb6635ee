/// An entry of a report and the list elements around it.
struct ReportEntry {
  /// The entry.
  var node: ReportNode
  /// The whole report, then the element of each list around the entry.
  var outer: [ReportNode] = []
}

extension ReportPath {
  /// The values that the path leads to, none if there are none.
  func nodes(from entry: ReportEntry) -> [ReportNode] {
    let first: ReportNode? =
      switch start {
      case .entry: entry.node
      case .root: entry.outer.first ?? entry.node
      case .outer(let levels):
        levels <= entry.outer.count ? entry.outer[entry.outer.count - levels] : nil
      }
    guard let first else { return [] }
    return steps.reduce([first]) { nodes, step in nodes.flatMap { $0.nodes(at: step) } }
  }
}
