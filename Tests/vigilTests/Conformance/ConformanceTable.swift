import Findings

/// What came of comparing a corpus, as a page in Markdown.
struct ConformanceTable {
  private let comparisons: [Comparison]

  init(_ comparisons: [Comparison]) { self.comparisons = comparisons }

  /// Differences that nothing explains, a line each.
  var unexplained: [String] {
    comparisons.flatMap { comparison in
      comparison.differences.filter { Reason.reason(for: $0, of: comparison) == nil }
        .map { "\(comparison.report.path): \($0): \(comparison.sides(of: $0))" }
    }
  }

  /// The words of the reasons that were needed.
  var reasons: Set<String> {
    Set(
      comparisons.flatMap { comparison in
        comparison.differences.compactMap { Reason.reason(for: $0, of: comparison)?.key }
      }
    )
  }

  /// The page.
  var text: String {
    (head + tools + reports).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let inScope = comparisons.filter(\.report.isInScope)
    let outside = comparisons.filter { !$0.report.isInScope }
    let differences = comparisons.reduce(0) { $0 + $1.differences.count }
    let unclear = Set(
      comparisons.filter { comparison in
        comparison.differences.contains { Reason.reason(for: $0, of: comparison) == nil }
      }
      .map(\.report.path)
    )
    return [
      "# Conformance", "",
      "The program's reading of \(comparisons.count) reports beside the reference's.", "",
      "| | |", "| --- | --- |",
      "| tools in scope | \(Set(inScope.map(\.report.tool)).count) |",
      "| reports of them recognised | \(recognised(inScope)) of \(inScope.count) |",
      "| other reports recognised | \(recognised(outside)) of \(outside.count) |",
      "| differences | \(differences) |",
      "| of them explained | \(differences - unexplained.count) |",
      "| unexplained | \(unexplained.count) |",
      "| reports without unexplained differences | \(comparisons.count - unclear.count) of \(comparisons.count) |",
      "",
      "Names are the same if one is the end of the other: how much of a path or namespace a name",
      "begins with is a habit. Listed are places and names among the findings that the reference",
      "lists, each counted once a report, and how many of them we have.", "",
    ]
  }

  private func recognised(_ comparisons: [Comparison]) -> Int {
    comparisons.count { $0.reading.reader != nil }
  }

  private var tools: [String] {
    let columns =
      [
        "tool", "in scope", "reports", "recognised", "occurrences", "findings of the reference",
        "records", "same severities",
      ] + Comparison.Subject.listed.map(\.rawValue) + ["differences", "explained"]
    let groups = Dictionary(grouping: comparisons, by: \.report.tool)
    return [row(columns), row(columns.map { _ in "---" })]
      + groups.keys.sorted().map { row(cells(of: $0, groups[$0] ?? [])) } + [""]
  }

  private func cells(of tool: String, _ comparisons: [Comparison]) -> [String] {
    func sum(_ count: (Comparison) -> Int) -> Int { comparisons.reduce(0) { $0 + count($1) } }
    let read = comparisons.filter { $0.reading.reader != nil }
    let records = comparisons.compactMap(\.report.records)
    let listed = Comparison.Subject.listed.map { subject in
      let count = read.reduce(0) { $0 + ($1.listed[subject] ?? 0) }
      let missing = read.reduce(0) { $0 + ($1.missing[subject]?.count ?? 0) }
      return count == 0 ? "" : "\(count - missing)/\(count)"
    }
    let numbers = [
      comparisons.contains { $0.report.isInScope } ? "yes" : "no", "\(comparisons.count)",
      "\(read.count)", "\(sum { $0.occurrences })", "\(sum { $0.report.findings })",
      records.isEmpty ? "" : "\(records.reduce(0, +))",
      "\(read.count { !$0.differences.contains(.severities) })/\(read.count)",
    ]
    let explained = sum { comparison in
      comparison.differences.count { Reason.reason(for: $0, of: comparison) != nil }
    }
    return [tool] + numbers + listed + ["\(sum { $0.differences.count })", "\(explained)"]
  }

  private var reports: [String] {
    ["## Differences", ""]
      + comparisons.flatMap { comparison in
        comparison.differences.map { subject in
          let words = Reason.reason(for: subject, of: comparison)?.words ?? "**unexplained**"
          return "- `\(comparison.report.path)`, \(subject): "
            + "\(plain(comparison.sides(of: subject))): \(words)"
        }
      }
  }

  private func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |" }

  /// A text of a report's, which may say anything, as code.
  private func plain(_ text: String) -> String {
    "`\(text.replacing("`", with: "'").replacing("\n", with: " "))`"
  }
}
