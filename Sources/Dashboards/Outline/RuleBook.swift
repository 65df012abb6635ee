internal import Findings
internal import Reconciliation
internal import Templates

/// The rules behind a ledger's findings, each once, numbered by scanner and id.
struct RuleBook: Sendable {
  /// A rule, and what of the findings it explains is open.
  struct Rule: Sendable {
    let scanner: String
    let rule: Findings.Rule
    var open: SeverityCounts
    var identifiers: [Identifier]
  }

  /// What tells rules apart.
  struct Name: Hashable {
    let scanner: String
    let id: String
  }

  /// How many stand on one page.
  static let pageSize = 100

  /// All of them, sorted.
  let rules: [Rule]
  private let positions: [Name: Int]

  /// The rules of projects' findings; the first text that a rule comes with counts.
  init(_ projects: [ProjectLedger]) {
    var found: [Name: Rule] = [:]
    for project in projects {
      for index in project.entries.indices {
        let finding = project.entries[index].finding
        let name = Name(scanner: project.entries[index].stream.scanner, id: finding.rule.id)
        let known = found[name]
        if known == nil || (known?.rule.description == nil && finding.rule.description != nil) {
          found[name] = Rule(
            scanner: name.scanner,
            rule: finding.rule,
            open: known?.open ?? SeverityCounts(),
            identifiers: finding.identifiers
          )
        }
        if project.entries[index].state.countsAsOpen { found[name]?.open[finding.severity] += 1 }
      }
    }
    let sorted = found.sorted { ($0.key.scanner, $0.key.id) < ($1.key.scanner, $1.key.id) }
    rules = sorted.map(\.value)
    positions = Dictionary(uniqueKeysWithValues: zip(sorted.map(\.key), sorted.indices))
  }

  /// How many pages there are.
  var pages: Int { (rules.count + Self.pageSize - 1) / Self.pageSize }

  /// The position of a rule among all.
  func position(of id: String, scanner: String) -> Int? {
    positions[Name(scanner: scanner, id: id)]
  }

  /// The anchor of a rule, wherever its text stands.
  static func anchor(_ position: Int) -> String { "r\(position + 1)" }

  /// The page of a rule and its anchor there, seen from a page whose way to the top is `root`.
  static func link(_ position: Int, root: String) -> Link {
    Link(relative: "\(root)rules/\(position / pageSize + 1).html#\(anchor(position))")
  }
}
