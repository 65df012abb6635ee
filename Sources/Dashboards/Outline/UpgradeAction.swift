internal import Findings
internal import Reconciliation

/// One thing to do that closes many findings: to upgrade a package.
struct UpgradeAction: Sendable {
  let ecosystem: String
  let package: String
  /// The newest version that any of the findings names as a fix.
  var version: String
  var open = SeverityCounts()
  /// Whose findings they are, each once.
  var projects: [Int] = []

  /// The upgrades that close most, the worst findings first.
  static func top(_ limit: Int, of projects: [ProjectOutline]) -> [UpgradeAction] {
    var actions: [[String]: UpgradeAction] = [:]
    for (number, project) in projects.enumerated() {
      for index in project.open {
        let finding = project.ledger.entries[index].finding
        guard let package = finding.location.package,
          let version = package.fixedIn.flatMap(Version.newest)
        else { continue }
        actions[
          [package.ecosystem, package.name],
          default: UpgradeAction(
            ecosystem: package.ecosystem,
            package: package.name,
            version: version
          )
        ].add(finding.severity, fixedIn: version, project: number)
      }
    }
    return Array(actions.values.sorted { $0.isBetter(than: $1) }.prefix(limit))
  }

  private mutating func add(_ severity: Severity, fixedIn other: String, project: Int) {
    open[severity] += 1
    if Version.isOlder(version, than: other) { version = other }
    if projects.last != project { projects.append(project) }
  }

  private func isBetter(than other: UpgradeAction) -> Bool {
    for severity in Severity.allCases where open[severity] != other.open[severity] {
      return open[severity] > other.open[severity]
    }
    return (package, ecosystem) < (other.package, other.ecosystem)
  }
}
