internal import Findings
internal import Syntax

/// Fortify: the issues of an audited static analysis, as its XML report lists them.
public enum Fortify: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "fortify",
    title: "Fortify report XML",
    provenOn: "Fortify Static Code Analyzer 22.1 (ReportGenerator)",
    produce:
      "ReportGenerator -format xml -source app.fpr -f fortify.xml -template DeveloperWorkbook.xml",
    finding: """
      One issue, however many sections list it. Identity: the rule; place: Fortify's instance id, \
      path, function, code and line. Severity is the Fortify priority. Issues analysed as not an \
      issue are suppressed.
      """,
    outcome: "Partial when the report's template lists only some of the issues it counts.",
    precedence: 2
  )

  /// The root element with its sections.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.xml, root.isNamed("ReportDefinition") else { return false }
    return root.child("ReportSection").exists
  }

  /// Each issue once.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.xml else { throw ReadError(problem: "expected XML") }
    var reading = Reading(scanner: format.name, category: .sast)
    var known: Set<String> = []
    var counted = 0
    let sections = root.children("ReportSection").flatMap { $0.children("SubSection") }
    for chart in sections.map({ $0.child("IssueListing").child("Chart") }) {
      let groups = chart.children("GroupingSection")
      let counts = groups.compactMap { $0["count"].flatMap { Int($0) } }
      counted = max(counted, counts.reduce(0, +))
      let issues = groups.flatMap { $0.children("Issue") }
      reading.collect(issues) { issue throws(SyntaxError) in
        if let id = issue["iid"], !known.insert(id).inserted { return nil }
        return try result(issue).finding(report.digests)
      }
    }
    let listed = reading.findings.count + reading.skipped.count
    if counted > listed { reading.gaps.append("\(listed) of \(counted) issues are in the report") }
    reading.testFingerprints()
    return reading
  }

  private static func result(_ issue: XMLElement) throws(SyntaxError) -> CodeResult {
    let category = try issue.requiredText("Category")
    let place = issue.child("Primary")
    var location = Location(
      path: place.child("FilePath").nonEmpty ?? place.child("FileName").nonEmpty,
      line: place.child("LineStart").nonEmpty.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    )
    location.logical = place.child("TargetFunction").nonEmpty
    let tags = issue.children("Tag")
    let analysis = tags.first { $0.child("Name").nonEmpty == "Analysis" }?.child("Value").nonEmpty
    var result = CodeResult(
      Rule(id: issue["ruleID"] ?? category, name: category),
      Severity.usual(try issue.requiredText("Friority")),
      title: category,
      at: location
    )
    result.message = issue.child("Abstract").nonEmpty
    result.code = place.child("Snippet").nonEmpty
    result.fingerprint = issue["iid"]
    if analysis == "Not an Issue" {
      result.suppression = Suppression(justification: "analysed as not an issue")
    }
    return result
  }
}
