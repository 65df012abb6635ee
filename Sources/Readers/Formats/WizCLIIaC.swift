internal import Findings
internal import Syntax

/// Wiz CLI: rules for infrastructure as code, and secrets in it.
public enum WizCLIIaC: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "wizcli-iac",
    title: "Wiz CLI JSON of infrastructure as code",
    provenOn: "Wiz CLI 0.40",
    produce: "wizcli iac scan --path . --format json --output wizcli-iac.json,json",
    finding: """
      One place that breaks a rule, or one secret. Identity: rule and resource; type of secret and \
      path.
      """,
    outcome: """
      Failed if the state is not SUCCESS; partial if files could not be parsed or queries not be \
      run.
      """,
    precedence: 3
  )

  /// The result of a scan of infrastructure as code.
  public static func recognises(_ report: Report) -> Bool {
    guard let root = report.json, root["status"]["state"].exists else { return false }
    return root["result"]["ruleMatches"].kind != .missing
      && root["result"]["scanStatistics"].exists
  }

  /// Each match of each rule, and each secret.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    guard let root = report.json else { throw ReadError(problem: "expected JSON") }
    var reading = Reading(scanner: "wizcli", category: .iac)
    let result = root["result"]
    let state = root["status"]["state"].string ?? "unknown"
    if state != "SUCCESS" { reading.failure = MarkdownText.line("the scan's state is \(state)") }
    do {
      for rule in try result.optionalArray("ruleMatches").elements {
        do {
          let matches = try rule.asObject().requiredArray("matches").elements
          reading.collect(matches) { match throws(SyntaxError) in try finding(match, of: rule) }
        } catch {
          reading.skipped.add(ReadError(error))
        }
      }
      reading.collect(try result.optionalArray("secrets").elements) { secret throws(SyntaxError) in
        try finding(ofSecret: secret, report.digests)
      }
    } catch {
      throw ReadError(error)
    }
    let statistics = result["scanStatistics"]
    let broken = statistics["queriesExecutionFailed"].int ?? 0
    if broken > 0 { reading.gaps.append("queries that could not be run: \(broken)") }
    if reading.findings.isEmpty, reading.skipped.count == 0, statistics["totalMatches"].int ?? 0 > 0
    {
      reading.failure = "the report counts matches and lists none"
    }
    return reading
  }

  private static func finding(_ match: JSON, of entry: JSON) throws(SyntaxError) -> Finding {
    let rule = try entry.requiredObject("rule")
    let id = try rule.requiredString("id")
    let name = MarkdownText.line(try rule.requiredString("name"))
    let severity = try entry.requiredString("severity")
    let path = PathNormalisation.normalised(try match.requiredString("fileName"))
    var location = Location(
      path: MarkdownText.path(path),
      line: try match.optionalInt("lineNumber")
    )
    location.resource = match["resourceName"].nonEmpty.map { MarkdownText.line($0) }
    let values = [("Expected", match["expected"]), ("Found", match["found"])]
    let message = values.compactMap { name, value in value.nonEmpty.map { "\(name): \($0)" } }
    return Finding(
      rule: Rule(
        id: id,
        name: name,
        description: MarkdownText.clean(rule["description"].string),
        remediation: MarkdownText.clean(rule["remediationInstructions"].string)
      ),
      severity: Severity(word: severity),
      scannerSeverity: severity,
      title: name,
      message: MarkdownText.clean(message.joined(separator: "\n\n")),
      location: location,
      identity: .resource(
        rule: id,
        address: location.resource,
        at: Place(path: path, line: location.line)
      )
    )
  }

  /// Wiz takes the value out of the snippet.
  private static func finding(
    ofSecret secret: JSON,
    _ digests: SecretDigest
  ) throws(SyntaxError) -> Finding {
    let type = try secret.requiredString("type")
    return LeakedSecret(value: nil, context: secret["snippet"].string).finding(
      rule: Rule(id: type),
      title: try secret.requiredString("description"),
      location: Location(
        path: try secret.requiredString("path"),
        line: try secret.optionalInt("lineNumber")
      ),
      digests
    )
  }
}
