internal import Findings
internal import Syntax

/// Conftest: a team's own policies on configuration files.
public enum Conftest: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "conftest",
    title: "Conftest JSON",
    provenOn: "the layout of Conftest 0.25 and later",
    produce: "conftest test --output json deploy/ > conftest.json",
    finding: """
      One failure or warning. Identity: query and its message, the only name it has; place: path. \
      Exceptions are suppressed. A failure is high, a warning medium.
      """,
    outcome: """
      Successes are counted as passed checks. `[]` is a complete run over no files, if the file's \
      name says conftest.
      """,
    precedence: 3
  )

  /// A list of files, each with the namespace of its policies.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["filename"].exists && $0["namespace"].exists
        && ($0["successes"].exists || $0["failures"].exists || $0["warnings"].exists)
    } || report.isEmptyList(of: format.name)
  }

  /// Each file's failures, warnings and exceptions.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    reading.forEach(report.entries) { reading, file throws(SyntaxError) in
      _ = try file.asObject().requiredString("filename")
      reading.checks.passed += try file.optionalInt("successes") ?? 0
      reading.collect(try file.strictArray("failures").elements) { result throws(SyntaxError) in
        try finding(result, in: file, "failure", .high, report.digests)
      }
      reading.collect(try file.strictArray("warnings").elements) { result throws(SyntaxError) in
        try finding(result, in: file, "warning", .medium, report.digests)
      }
      reading.collect(try file.strictArray("exceptions").elements) { result throws(SyntaxError) in
        var finding = try finding(result, in: file, "exception", .high, report.digests)
        finding.suppression = Suppression(justification: "an exception of the policy")
        return finding
      }
    }
    return reading
  }

  private static func finding(
    _ result: JSON,
    in file: JSON,
    _ kind: String,
    _ severity: Severity,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let query = result["metadata"]["query"].nonEmpty
    let rule = query ?? "\(file["namespace"].string ?? "main").\(kind)"
    let said = try result.requiredString("msg")
    let message = CredentialRules.message(said, of: rule)
    var location = Location(path: try file.requiredString("filename"))
    // Nothing but the message tells two findings of a query apart.
    location.resource = message
    var finding = Finding.check(
      Rule(id: rule),
      severity: kind,
      meaning: severity,
      title: message,
      at: location,
      // What was masked may be all that tells two messages apart.
      snippet: said == message ? nil : SnippetDigest.of(said, keyedBy: digests)
    )
    finding.location.resource = nil
    return finding
  }
}
