internal import Findings
internal import Syntax

/// ansible-lint: rules for playbooks, roles and collections.
public enum AnsibleLint: ReportReader {
  /// What people need to know of the format.
  public static let format = ReportFormat(
    name: "ansible-lint",
    title: "ansible-lint JSON",
    provenOn: "ansible-lint 26.10, json and codeclimate",
    produce: "ansible-lint --format json > ansible-lint.json",
    finding: "One match of a rule. Identity: rule; place: path, the message, line.",
    outcome: """
      Partial if a file could not be loaded or parsed. `[]` is a complete run without matches, if \
      the file's name says ansible-lint.
      """,
    precedence: 3
  )

  /// Issues in Code Climate's layout that link to ansible-lint's rules.
  public static func recognises(_ report: Report) -> Bool {
    report.hasEntry(where: isOurs) || report.isEmptyList(of: format.name)
  }

  /// Each issue as a finding.
  public static func read(_ report: Report) throws(ReadError) -> Reading {
    var reading = Reading(scanner: format.name, category: .iac)
    reading.gaps = report.entries.filter(isFailure).prefix(5).map {
      MarkdownText.line(
        "\($0["location"]["path"].string ?? "a file"): \($0["description"].string ?? "")",
        limit: 200
      )
    }
    reading.collect(report.entries) { entry throws(SyntaxError) in
      isFailure(entry) ? nil : try CodeClimateIssue(entry).finding()
    }
    reading.trustFingerprints()
    return reading
  }

  /// Whether an issue's link leads to ansible-lint's documentation.
  static func isOurs(_ entry: JSON) -> Bool {
    guard CodeClimateIssue.isIssue(entry), let page = entry["url"].string else { return false }
    return page.contains("/projects/lint/") || page.contains("ansible-lint")
  }

  /// Whether an issue says that a file was not looked at.
  private static func isFailure(_ entry: JSON) -> Bool {
    let check = entry["check_name"].string ?? ""
    return ["load-failure", "parser-error", "internal-error", "syntax-check"].contains {
      check.hasPrefix($0)
    }
  }
}
