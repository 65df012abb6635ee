internal import Findings
internal import Syntax

/// SARIF 2.1.0 (OASIS), the interchange format of static analysis.
public enum SARIF: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "sarif",
    title: "SARIF 2.1.0",
    provenOn: "Semgrep 1.172, Bandit 1.9, Gitleaks 8, Trivy, Grype, CodeQL, Flawfinder",
    produce: "semgrep scan --sarif --output semgrep.sarif",
    finding: """
      One result of kind fail, whatever the number of its locations. Identity: the rule, and as \
      place the fingerprint where it can be trusted, path, code, enclosing block and line; of \
      packages, secrets and resources as for their own formats.
      """,
    outcome: """
      Failed: `executionSuccessful: false`, or no run. Partial: a notification of level error, \
      results that are missing or elsewhere.
      """,
    precedence: 1
  )

  /// An object with runs and either the version or a tool.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["runs"].isArray else { return false }
    return root["version"].string?.contains(".") == true
      || root["runs"][0]["tool"]["driver"].isObject
  }

  /// The results of all runs.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    do {
      return try reading(of: report)
    } catch {
      throw ReadError(error)
    }
  }

  private static func reading(of report: Report) throws(SyntaxError) -> Reading {
    guard let root = report.json else { return Reading(scanner: format.name, category: .sast) }
    if let version = try root.optionalString("version"), !version.hasPrefix("2.") {
      throw SyntaxError(place: "version", problem: "only SARIF 2.1.0 is read, this is older")
    }
    var runs: [SARIFRun] = []
    for run in try root.requiredArray("runs").elements {
      runs.append(try SARIFRun(run, category: report.category, digests: report.digests))
    }
    let names = Set(runs.map { $0.scanner }).sorted()
    var reading = Reading(
      scanner: names.isEmpty ? report.scanner ?? format.name : names.joined(separator: "+"),
      version: runs.count == 1 || names.count == 1 ? runs.first?.version : nil,
      category: runs.first?.category ?? report.category ?? .sast,
      target: runs.count == 1 ? runs.first?.target : nil
    )
    if runs.isEmpty { reading.failure = "the log holds no run" }
    for run in runs {
      SARIFInvocations.outcome(of: run.run, to: &reading)
      try run.read(into: &reading)
    }
    return reading
  }
}
