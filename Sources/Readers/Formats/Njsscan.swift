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
    finding: LibsastMatches.finding,
    outcome: LibsastMatches.outcome,
    precedence: 3
  )

  /// The version, or the two kinds of rules.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["njsscan_version"].exists || root["nodejs"].isObject && root["templates"].isObject
  }

  /// Each match of each rule.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try LibsastMatches.reading(
      of: format.name,
      report,
      version: "njsscan_version",
      rules: ["nodejs", "templates"]
    )
  }
}
