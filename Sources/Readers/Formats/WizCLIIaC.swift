internal import Findings
internal import Syntax

/// Wiz CLI: rules for infrastructure as code, and secrets in it.
public enum WizCLIIaC: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "wizcli-iac",
    title: "Wiz CLI JSON of infrastructure as code",
    provenOn: "secrets of Wiz CLI of 2024; rule matches on no report yet",
    produce: "wizcli iac scan --path . --format json --output wizcli-iac.json,json",
    finding: """
      One place that breaks a rule, or one secret. Identity: rule and resource; type of secret and \
      path.
      """,
    outcome: """
      Failed if the state is not SUCCESS; partial if queries could not be run.
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
    try report.reading(of: "wizcli", .iac) { reading, root throws(SyntaxError) in
      let result = root["result"]
      reading.forEach(try result.optionalArray("ruleMatches").elements) {
        reading,
        rule throws(SyntaxError) in
        let matches = try rule.asObject().requiredArray("matches").elements
        reading.collect(matches) { match throws(SyntaxError) in try finding(match, of: rule) }
      }
      reading.collect(try result.optionalArray("secrets").elements) { secret throws(SyntaxError) in
        try finding(ofSecret: secret, report.digests)
      }
      let statistics = result["scanStatistics"]
      let broken = statistics["queriesExecutionFailed"].int ?? 0
      if broken > 0 { reading.gaps.append("queries that could not be run: \(broken)") }
      reading.failIfNone(of: statistics["totalMatches"].int, "matches")
      let state = root["status"]["state"].string ?? "unknown"
      if state != "SUCCESS" { reading.failure = MarkdownText.line("the scan's state is \(state)") }
    }
  }

  private static func finding(_ match: JSON, of entry: JSON) throws(SyntaxError) -> Finding {
    let described = try entry.requiredObject("rule")
    let rule = Rule(
      id: try described.requiredString("id"),
      name: try described.requiredString("name"),
      description: described["description"].string,
      remediation: described["remediationInstructions"].string
    )
    var location = Location(
      path: try match.requiredString("fileName"),
      line: try match.optionalInt("lineNumber")
    )
    location.resource = match["resourceName"].nonEmpty
    return .check(
      rule,
      severity: try entry.requiredString("severity"),
      title: rule.name,
      message: MarkdownText.expectation(of: rule.name, match["expected"], found: match["found"]),
      at: location
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
