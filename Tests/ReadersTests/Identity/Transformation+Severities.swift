import Findings
import Foundation

@testable import Readers

extension Transformation {
  /// Every severity, priority and score becomes another that the format's reports have there.
  static let severities = Transformation(name: "severities") { context in
    let successors = successors(in: context)
    return ReportTree.Rewriting(
      leaf: { path, text, isLiteral in
        guard let place = SeverityPlace(path, isLiteral, in: context.format) else { return text }
        return successors[place]?[text] ?? text
      },
      name: { path, name in path.isEmpty ? listNames[name] ?? name : name }
    )
  } trace: { finding in
    finding.scannerSeverity.map { "\($0) \(finding.severity)" }
  }

  /// Where severities stand: a name, the name around it where that is the telling one, and whether
  /// the value is a number.
  private struct SeverityPlace: Hashable {
    var names: [String]
    var isLiteral: Bool

    init?(_ path: [String], _ isLiteral: Bool, in format: String) {
      self.isLiteral = isLiteral
      let pair = path.suffix(2).map { $0.lowercased() }
      guard let name = pair.last else { return nil }
      if Self.isTelling(name) || Self.names[format] == name || Self.exactWords.contains(name) {
        names = [name]
      } else if pair.count == 2, Self.isTelling(pair[0]) {
        names = pair
      } else {
        return nil
      }
    }

    private static func isTelling(_ name: String) -> Bool { words.contains { name.contains($0) } }

    private static let words = [
      "severity", "priority", "friority", "level", "risk", "score", "cvss", "criticality",
      "threat", "confidence", "importance",
    ]
    private static let exactWords = ["impact", "rating", "likelihood", "grade"]

    /// What says in some formats how bad it is.
    private static let names = [
      "anchore-policies": "status", "cfn-nag": "type", "cloudsploit": "status",
      "detect-secrets": "is_verified", "ggshield": "validity",
      "github-secret-scanning": "validity", "kingfisher": "status",
      "trufflehog": "verified",
    ]
  }

  /// The names of lists, one for each severity.
  private static let listNames = [
    "critical": "high", "high": "medium", "medium": "low", "low": "warning", "warning": "critical",
  ]

  /// For each value of a place the one that follows it, the first following the last.
  private static func successors(in context: Context) -> [SeverityPlace: [String: String]] {
    var values: [SeverityPlace: Set<String>] = [:]
    for report in context.reports {
      _ = report.tree.rewritten(
        by: ReportTree.Rewriting(leaf: { path, text, isLiteral in
          let isNothing = text == "null" || text.allSatisfy(\.isWhitespace)
          let isException = context.exceptions.contains { $0.covers(path) && $0.value == text }
          if !isNothing, !isException,
            let place = SeverityPlace(path, isLiteral, in: context.format)
          {
            values[place, default: []].insert(text)
          }
          return text
        })
      )
    }
    return values.mapValues { values in
      let sorted = values.sorted()
      if let only = sorted.first, sorted.count == 1 { return [only: another(than: only)] }
      return Dictionary(uniqueKeysWithValues: zip(sorted, sorted.dropFirst() + sorted.prefix(1)))
    }
  }

  /// Another value than the only one that the reports have: a usual word, or a number close by.
  private static func another(than value: String) -> String {
    let words = ["low", "medium", "high", "low", "b", "c", "b"]
    for style in [{ $0 }, { $0.uppercased() }, { $0.capitalized }] as [(String) -> String] {
      let styled = words.map(style)
      if let index = styled.firstIndex(of: value) { return styled[index + 1] }
    }
    if value.hasPrefix("CVSS:") { return value.replacing("/AC:H", with: "/AC:L") }
    if let number = Int(value) { return String(number > 1 ? number - 1 : number + 1) }
    if let number = Double(value) { return String(number > 1 ? number - 1 : number + 1) }
    return value
  }
}
