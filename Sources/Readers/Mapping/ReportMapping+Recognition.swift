internal import Syntax

extension ReportMapping {
  /// Why the report is not of this format; nil if it is.
  func refusal(of report: Report) -> String? {
    switch (syntax, report.content) {
    case (.json, .json), (.jsonLines, .json), (.jsonLines, .lines):
      let roots = roots(of: report)
      if roots.contains(where: { unmet(in: $0) == nil }) { return nil }
      return roots.first.flatMap(unmet) ?? "there is no value"
    case (.xml, .xml(let element)):
      if let root, element.name != root { return "its root is not <\(root)>" }
      return unmet(in: ReportEntry(node: .element(element)))
    case (.csv, .csv(let table)):
      return columns.first { !table.has($0) }.map { "there is no column `\($0)`" }
    default: return "it is not \(syntax.rawValue)"
    }
  }

  /// The first values of the report, any of which may make it known.
  private func roots(of report: Report) -> [ReportEntry] {
    let values = report.json.map { [$0] } ?? Array((report.lines ?? []).prefix(20))
    return values.map { ReportEntry(node: .json($0)) }
  }

  private func unmet(in entry: ReportEntry) -> String? {
    for condition in recognition {
      // A place that must merely exist may hold an empty list: a report without findings.
      let isMet =
        condition.values.isEmpty
        ? !condition.path.nodes(from: entry).isEmpty : condition.match(in: entry) != nil
      if isMet { continue }
      let values = condition.values.map { "`\($0)`" }.joined(separator: " or ")
      return values.isEmpty
        ? "`\(condition.path.text)` is not there" : "`\(condition.path.text)` is not \(values)"
    }
    return nil
  }
}
