internal import Findings
internal import Syntax

/// mobsfscan: static analysis of the source of Android and iOS applications.
public enum Mobsfscan: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "mobsfscan",
    title: "mobsfscan JSON",
    provenOn: "mobsfscan 0.0.6 to 0.4",
    produce: "mobsfscan --json --output mobsfscan.json .",
    finding: LibsastMatches.finding,
    outcome: LibsastMatches.outcome,
    precedence: 3
  )

  /// The version beside results.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["mobsfscan_version"].exists && root["results"].kind != .missing
  }

  /// Each match of each rule.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try LibsastMatches.reading(
      of: format.name,
      report,
      version: "mobsfscan_version",
      rules: ["results"]
    )
  }
}
