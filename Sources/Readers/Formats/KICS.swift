internal import Findings
internal import Syntax

/// KICS: queries about infrastructure as code.
public enum KICS: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "kics",
    title: "KICS JSON",
    provenOn: "KICS 1.1 to 2.1",
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
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(
      scanner: format.name,
      version: root["kics_version"].nonEmpty.map { String($0.trimmingPrefix("v")) },
      category: .iac
    )
    do {
      for query in try root.requiredArray("queries").elements {
        do {
          let files = try query.asObject().requiredArray("files").elements
          let rule = try rule(of: query)
          reading.collect(files) { file throws(SyntaxError) in
            try finding(file, of: query, rule, report.digests)
          }
        } catch {
          reading.skipped.add(ReadError(error))
        }
      }
    } catch {
      throw ReadError(error)
    }
    reading.addOutcome(root)
    return reading
  }

  private static func rule(of query: JSON) throws(SyntaxError) -> Rule {
    let id = try query.requiredString("query_id")
    return Rule(
      id: id,
      name: query["query_name"].nonEmpty.map { MarkdownText.line($0) },
      description: MarkdownText.clean(query["description"].string),
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
      line: try file.optionalInt("line").flatMap { $0 > 0 ? $0 : nil }
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
    let path = PathNormalisation.normalised(location.path ?? "")
    location.path = MarkdownText.path(path)
    let names = [file["resource_type"], file["resource_name"]].compactMap { $0.nonEmpty }
    let resource = names.contains("n/a") ? "" : names.joined(separator: ".")
    location.resource = resource.isEmpty ? nil : MarkdownText.line(resource)
    var identifiers = IdentifierSet()
    if let weakness = query["cwe"].text { identifiers.add(cwe: weakness) }
    let values = [("Expected", file["expected_value"]), ("Found", file["actual_value"])]
    let message = values.compactMap { name, value in value.nonEmpty.map { "\(name): \($0)" } }
    return Finding(
      rule: rule,
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: rule.name,
      message: MarkdownText.clean(message.joined(separator: "\n\n")),
      location: location,
      identity: .resource(
        rule: rule.id,
        address: location.resource,
        at: Place(
          path: path,
          line: location.line,
          // What the search key quotes may be secret.
          snippet: file["search_key"].nonEmpty.flatMap { SnippetDigest.of($0, keyedBy: digests) },
          fingerprint: file["similarity_id"].nonEmpty
        )
      ),
      identifiers: identifiers.sorted
    )
  }
}

extension Reading {
  fileprivate mutating func addOutcome(_ root: JSON) {
    let unread = root["files_failed_to_scan"].int ?? 0
    let broken = root["queries_failed_to_execute"].int ?? 0
    if unread > 0 { gaps.append("files that could not be scanned: \(unread)") }
    if broken > 0 { gaps.append("queries that could not be run: \(broken)") }
    if findings.isEmpty, skipped.count == 0, root["total_counter"].int ?? 0 > 0 {
      failure = "the report counts results and lists none"
    }
  }
}
