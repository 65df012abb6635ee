internal import Findings
internal import Syntax

/// Dockle: best practices and the CIS Docker Benchmark for one image.
public enum Dockle: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "dockle",
    title: "Dockle JSON",
    provenOn: "the layout of Dockle 0.4",
    produce: "dockle --format json --output dockle.json registry.example.com/shop/web:1.2",
    finding: "One check that an image fails. Identity: check and the image without its tag.",
    outcome: """
      Passed checks are counted, skipped ones as left to a human, ignored ones as muted. Failed if \
      the summary counts problems and the report lists none.
      """,
    precedence: 3
  )

  /// Details beside a summary by level.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["summary"]["fatal"].exists && root["summary"]["pass"].exists
      && root["details"].kind != .missing
  }

  /// Each check that is not met.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .container) { reading, root throws(SyntaxError) in
      let image = try root.optionalString("image")
      let repository = image.map { ImageName.repository(of: $0) } ?? ""
      reading.target = repository.isEmpty ? nil : MarkdownText.line(repository)
      let summary = root["summary"]
      reading.checks.passed = summary["pass"].int ?? 0
      reading.checks.manual = summary["skip"].int ?? 0
      let details = try root.requiredArray("details").elements
      reading.checks.muted = details.count { $0["level"].equals("IGNORE") }
      reading.collect(details) { detail throws(SyntaxError) in
        try finding(detail, image, repository)
      }
      let counted = [summary["fatal"], summary["warn"], summary["info"]].compactMap { $0.int }
      reading.failIfNone(of: counted.reduce(0, +), "problems")
    }
  }

  private static func finding(
    _ detail: JSON,
    _ image: String?,
    _ repository: String
  ) throws(SyntaxError) -> Finding? {
    let code = try detail.requiredString("code")
    let level = try detail.requiredString("level")
    if ["PASS", "SKIP", "IGNORE"].contains(level) { return nil }
    let title = try detail.requiredString("title")
    let alerts = try detail.requiredArray("alerts").strings.map { withoutValue($0, code) }
    var location = Location()
    location.image = image.map { MarkdownText.line($0) }
    location.resource = repository
    return .check(
      Rule(id: code, name: title),
      severity: level,
      title: title,
      message: alerts.map { "- \($0)" }.joined(separator: "\n"),
      at: location,
      identifiers: code.hasPrefix("CIS-") ? [Identifier(kind: .cis, value: code)] : []
    )
  }

  /// An alert about credentials up to the instruction it quotes:
  /// `Suspicious ENV key found : DB_PASS on ENV DB_PASS=…`.
  private static func withoutValue(_ alert: String, _ code: String) -> String {
    guard code == "CIS-DI-0010", let quotation = alert.firstRange(of: " on ") else { return alert }
    return String(alert[..<quotation.lowerBound])
  }
}
