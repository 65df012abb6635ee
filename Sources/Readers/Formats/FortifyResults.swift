internal import Findings
internal import Syntax

/// Fortify's results as the analyzer writes them: the FVDL document of an FPR archive.
public enum FortifyResults: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "fortify-fpr",
    title: "Fortify results, FPR and FVDL",
    provenOn: "Fortify Static Code Analyzer 24.2, FVDL 1.12",
    produce: "sourceanalyzer -b app -scan -f app.fpr",
    finding: """
      One vulnerability. Identity: the rule; place: Fortify's instance id, path, function, code and \
      line. Severity is the Fortify priority, from impact and likelihood; unknown where the rule has \
      none. Issues suppressed in the archive's audit are suppressed.
      """,
    outcome: "Partial if the analyzer reports errors.",
    precedence: 3
  )

  /// The root element.
  public static func recognises(_ report: Report) -> Bool {
    report.xml?.isNamed("FVDL") == true
  }

  /// Each vulnerability.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(
      scanner: Fortify.format.name,
      version: root.child("EngineData").child("EngineVersion").nonEmpty,
      category: .sast
    )
    guard root.child("Vulnerabilities").exists else {
      reading.failure = "the results have no list of vulnerabilities"
      return reading
    }
    let knowledge = FortifyKnowledge(root)
    let suppressed = try suppressed(in: report.attachments["audit.xml"])
    reading.collect(root.child("Vulnerabilities").children("Vulnerability")) {
      entry throws(SyntaxError) in
      try knowledge.result(entry, suppressed: suppressed).finding(report.digests)
    }
    reading.gaps = root.child("EngineData").child("Errors").children("Error").map {
      MarkdownText.line($0.text ?? "an error", limit: 200)
    }
    reading.testFingerprints()
    return reading
  }

  /// The instances that the audit suppresses, with what somebody said of it.
  private static func suppressed(in audit: [UInt8]?) throws(ReadError) -> [String: String] {
    guard let audit else { return [:] }
    var suppressed: [String: String] = [:]
    do {
      let issues = try XMLDocument(parsing: audit).root.child("IssueList").children("Issue")
      for issue in issues where issue["suppressed"] == "true" {
        guard let id = issue["instanceId"] else { continue }
        let comments = issue.child("ThreadedComments").children("Comment")
        suppressed[id] = comments.compactMap { $0.child("Content").nonEmpty }.last ?? ""
      }
    } catch {
      throw ReadError(error)
    }
    return suppressed
  }
}
