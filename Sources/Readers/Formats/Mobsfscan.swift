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
    finding: """
      One match of a rule in one file. Identity: the rule; place: path, the matched code, its \
      lines. Missing controls, which have no file, are findings of the application.
      """,
    outcome: "Partial when `errors` names files that could not be scanned.",
    precedence: 3
  )

  /// The version beside results.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["mobsfscan_version"].exists && root["results"].kind != .missing
  }

  /// Each match of each rule.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(
      scanner: format.name,
      version: root["mobsfscan_version"].nonEmpty,
      category: .sast
    )
    do {
      LibsastMatches.add(try root.requiredObject("results"), to: &reading, report.digests)
      try LibsastMatches.outcome(try root.optionalArray("errors"), of: &reading)
    } catch {
      throw ReadError(error)
    }
    return reading
  }
}
