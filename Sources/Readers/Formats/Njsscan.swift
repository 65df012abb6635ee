internal import Findings
internal import Syntax

/// njsscan: static analysis of Node.js applications and their templates.
public enum Njsscan: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "njsscan",
    title: "njsscan JSON",
    provenOn: "njsscan 0.4",
    produce: "njsscan --json --output njsscan.json .",
    finding: """
      One match of a rule in one file. Identity: the rule; place: path, the matched code, its \
      lines. Missing controls, which have no file, are findings of the application.
      """,
    outcome: "Partial when `errors` names files that could not be scanned.",
    precedence: 3
  )

  /// The version, or the two kinds of rules.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["njsscan_version"].exists || root["nodejs"].isObject && root["templates"].isObject
  }

  /// Each match of each rule.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(
      scanner: format.name,
      version: root["njsscan_version"].nonEmpty,
      category: .sast
    )
    do {
      LibsastMatches.add(try root.requiredObject("nodejs"), to: &reading, report.digests)
      LibsastMatches.add(try root.requiredObject("templates"), to: &reading, report.digests)
      try LibsastMatches.outcome(try root.optionalArray("errors"), of: &reading)
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}
