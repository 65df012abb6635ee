internal import Findings
internal import Syntax

/// Checkmarx One: results of its engines for code, infrastructure and packages.
public enum CheckmarxOne: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "checkmarx-one",
    title: "Checkmarx One JSON",
    provenOn: "AST CLI 2 (`--report-format json`, `jsonv2`) and the reports of the web interface",
    produce: "cx scan create --project-name NAME -s . --report-format json --output-path .",
    finding: """
      One result of any engine. Identity: for code the query, at its similarity id, path and line; \
      for infrastructure the query and its file; for packages advisory and package. Results marked \
      as not exploitable are suppressed; fixed ones are none.
      """,
    outcome: "Partial when the report counts more results than it lists, or names a failed engine.",
    precedence: 3
  )

  /// A list of results with the scan's id, or a report with the results by engine.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["scanID"].exists && root["results"].kind != .missing
      || root["reportHeader"].isObject && root["scanResults"].kind != .missing
  }

  /// Each result.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      if root["results"].kind != .missing {
        reading.collect(try root.requiredArray("results").elements) { entry throws(SyntaxError) in
          try CheckmarxOneResult(entry)?.finding(report.digests)
        }
      } else {
        let results = try root.requiredObject("scanResults")
        if results["resultsList"].kind != .missing {
          try reading.addCheckmarxLists(root, report.digests)
        } else {
          try reading.addCheckmarxEngines(results, report.digests)
        }
      }
    } catch {
      throw ReadError(error)
    }
    reading.addCheckmarxOutcome(of: root)
    reading.testFingerprints()
    return reading
  }
}
