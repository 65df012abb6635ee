internal import Findings
internal import Syntax

/// cfn-lint: rules for CloudFormation templates.
public enum CfnLint: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "cfn-lint",
    title: "cfn-lint JSON",
    provenOn: "cfn-lint 1.51",
    produce: "cfn-lint --format json templates/*.yaml > cfn-lint.json",
    finding: """
      One match of a rule. Identity: rule and the resource, parameter or output it is in; place: \
      path, the way through the template, line.
      """,
    outcome: """
      Partial if a template could not be parsed or a rule failed (E0000 to E0003). `[]` is a \
      complete scan without matches, if the file's name says cfn-lint.
      """,
    precedence: 3
  )

  /// A list of matches with their rules and places.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry {
      $0["Rule"]["Id"].exists && $0["Filename"].exists && $0["Location"].exists
    } || report.isEmptyList(of: format.name)
  }

  /// Each match as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    let broken = report.entries.filter(isFailure)
    reading.gaps = broken.prefix(5).map {
      MarkdownText.line(
        "\($0["Filename"].string ?? "a template"): \($0["Message"].string ?? "an error")",
        limit: 200
      )
    }
    reading.collect(report.entries) { match throws(SyntaxError) in
      isFailure(match) ? nil : try finding(match)
    }
    return reading
  }

  private static func isFailure(_ match: JSON) -> Bool {
    match["Rule"]["Id"].string?.hasPrefix("E000") ?? false
  }

  private static func finding(_ match: JSON) throws(SyntaxError) -> Finding {
    let rule = try match.requiredObject("Rule")
    let place = try match.requiredObject("Location")
    let steps = place["Path"].elements.compactMap { $0.text }
    var location = Location(
      path: try match.requiredString("Filename"),
      line: try place["Start"].optionalInt("LineNumber"),
      endLine: try place["End"].optionalInt("LineNumber"),
      column: try place["Start"].optionalInt("ColumnNumber")
    )
    let message = try match.requiredString("Message")
    location.resource = steps.prefix(2).joined(separator: ".")
    location.logical = steps.count > 2 ? steps.joined(separator: ".") : nil
    return .check(
      Rule(
        id: try rule.requiredString("Id"),
        name: rule["ShortDescription"].nonEmpty,
        description: rule["Description"].string,
        references: Links.among(rule["Source"])
      ),
      severity: try match.requiredString("Level"),
      title: isSecret(steps) ? Redaction(valuesIn: message)(message) : message,
      at: location
    )
  }

  /// Whether the way through a template leads to a secret, as by `MasterUserPassword`: messages
  /// quote the value there.
  private static func isSecret(_ steps: [String]) -> Bool {
    let names = steps.dropFirst(steps.first == "Resources" ? 2 : 1)
    return CredentialRules.isCredential(names.joined(separator: "."), [])
  }
}
