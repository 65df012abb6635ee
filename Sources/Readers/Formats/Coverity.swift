internal import Findings
internal import Syntax

/// Coverity: the issues of a local analysis, or of a view of Coverity Connect.
public enum Coverity: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "coverity",
    title: "Coverity JSON",
    provenOn: "`cov-format-errors` formats 7 to 10, views of Coverity Connect (viewContents v1)",
    produce: "cov-format-errors --dir idir --json-output-v10 coverity.json",
    finding: """
      One issue of any kind, security or quality. Identity: the checker; place: the merge key or \
      CID, path, function, line. Severity is the impact; audit is low. Issues classified as false \
      positive or intentional are suppressed; fixed and absent ones are none.
      """,
    outcome:
      "Failed when the report states an error; partial when a view has more rows than shown.",
    precedence: 3
  )

  /// A local analysis, or the contents of a view.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["type"].equals("Coverity issues") || root["viewContentsV1"].kind != .missing
      || root["formatVersion"].exists && root["issues"].isArray
  }

  /// Each issue or row.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: format.name, category: .sast)
    do {
      if root["viewContentsV1"].kind != .missing {
        try reading.add(view: root.requiredObject("viewContentsV1"), report.digests)
      } else {
        reading.collect(try root.requiredArray("issues").elements) { issue throws(SyntaxError) in
          try CoverityIssue.result(issue)?.finding(report.digests)
        }
        if root["error"].exists {
          reading.failure = MarkdownText.line(
            root["error"].text ?? "the analysis failed",
            limit: 200
          )
        }
      }
    } catch {
      throw ReadError(error)
    }
    reading.testFingerprints()
    return reading
  }
}

extension Reading {
  fileprivate mutating func add(
    view: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) {
    let rows = try view.requiredArray("rows")
    collect(rows.elements) { row throws(SyntaxError) in
      try CoverityIssue.result(row: row)?.finding(digests)
    }
    let offset = view["offset"].int ?? 0
    if let total = view["totalRows"].int, total > offset + rows.count || offset > 0 {
      gaps.append("\(rows.count) of \(total) rows are in the report")
    }
  }
}
