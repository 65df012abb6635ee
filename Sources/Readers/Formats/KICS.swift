internal import Findings
internal import Syntax

/// KICS: queries about infrastructure as code.
public enum KICS: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kics",
    title: "KICS JSON",
    provenOn: "the layouts of KICS 1.3 and 2.1",
    produce: "kics scan --path . --report-formats json --output-path . --output-name kics",
    finding: """
      One place where a query found something. Identity: query and resource; the file and KICS's \
      similarity id are the place. Passwords and secrets are identified by file and line.
      """,
    outcome: """
      Partial if files could not be scanned or queries could not be run; failed if the report \
      counts results and lists none.
      """,
    precedence: 3
  )

  /// Queries beside counts of files and queries.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json else { return false }
    return root["queries_total"].exists && root["files_scanned"].exists
  }

  /// Each file of each query.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    try report.reading(of: format.name, .iac) { reading, root throws(SyntaxError) in
      reading.scannerVersion = root["kics_version"].nonEmpty.map { String($0.trimmingPrefix("v")) }
      reading.forEach(try root.requiredArray("queries").elements) {
        reading,
        query throws(SyntaxError) in
        let files = try query.asObject().requiredArray("files").elements
        let rule = try rule(of: query)
        reading.collect(files) { file throws(SyntaxError) in
          try finding(file, of: query, rule, report.digests)
        }
      }
      reading.trustFingerprints()
      let unread = root["files_failed_to_scan"].int ?? 0
      let broken = root["queries_failed_to_execute"].int ?? 0
      if unread > 0 { reading.gaps.append("files that could not be scanned: \(unread)") }
      if broken > 0 { reading.gaps.append("queries that could not be run: \(broken)") }
      reading.failIfNone(of: root["total_counter"].int, "results")
    }
  }

  private static func rule(of query: JSON) throws(SyntaxError) -> Rule {
    Rule(
      id: try query.requiredString("query_id"),
      name: query["query_name"].nonEmpty,
      description: query["description"].string,
      references: Links.among(query["query_url"])
    )
  }

  private static func finding(
    _ file: JSON,
    of query: JSON,
    _ rule: Rule,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let severity = try query.requiredString("severity")
    var location = Location(
      path: try file.requiredString("file_name"),
      line: try file.optionalInt("line")
    )
    if query["category"].equals("Secret Management"), rule.name.hasPrefix("Passwords And Secrets") {
      return LeakedSecret(value: nil).finding(
        rule: rule,
        severity: Severity(word: severity),
        scannerSeverity: severity,
        title: rule.name,
        location: location,
        digests
      )
    }
    let names = [file["resource_type"], file["resource_name"]].compactMap { $0.nonEmpty }
    location.resource = names.contains("n/a") ? nil : names.joined(separator: ".")
    var identifiers = IdentifierSet()
    if let weakness = query["cwe"].text { identifiers.add(cwe: weakness) }
    return .check(
      rule,
      severity: severity,
      title: rule.name,
      message: MarkdownText.expectation(
        of: "\(query["category"].string ?? ""): \(rule.name)",
        file["expected_value"],
        found: file["actual_value"]
      ),
      at: location,
      // What the search key quotes may be secret.
      snippet: file["search_key"].nonEmpty.flatMap { SnippetDigest.of($0, keyedBy: digests) },
      fingerprint: file["similarity_id"].nonEmpty,
      identifiers: identifiers.sorted
    )
  }
}
