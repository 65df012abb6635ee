import Findings

@testable import Readers

extension Reason {
  /// Reasons for scanners of packages, images and clouds.
  static let packagesAndClouds: [Reason] = packageCounts + packageSeverities + packageOutcomes

  private static let packageCounts = [
    Reason(
      .findings,
      "the reference reads bundler-audit's text alone, not its JSON",
      about: "bundler_audit/version_9.0.json",
      holds: { $0.report.findings == 0 && $0.occurrences == 4 }
    ),
    Reason(
      .records,
      "the records were counted in bundler-audit's text alone, not in its JSON",
      about: "bundler_audit/version_9.0.json",
      holds: { $0.report.records == 0 && $0.occurrences == 4 }
    ),
    Reason(
      .records,
      "suppressed findings are kept as such; the records leave them out",
      about: "dependency_check/PR6439.xml",
      holds: { $0.occurrences - $0.suppressed == $0.report.records }
    ),
    Reason(
      .records,
      "govulncheck repeats an advisory for each level and trace; it is one finding a module",
      about: "govulncheck",
      holds: { $0.occurrences == $0.report.findings && $0.occurrences < ($0.report.records ?? 0) }
    ),
    Reason(
      .findings,
      "the applications in an image are read with it",
      about: "snyk/snykcontainer_issue_9270.json",
      holds: { $0.occurrences == $0.report.findings + 12 }
    ),
    Reason(
      .records,
      "the applications in an image are read with it; the records leave them out",
      about: "snyk/snykcontainer_issue_9270.json",
      holds: { $0.report.records == $0.occurrences - 12 }
    ),
    Reason(
      .findings,
      "what the scanner calls resolved, fixed or closed is no finding",
      about: "snyk_issue_api",
      "veracode_sca",
      "aws_inspector2",
      holds: { $0.isMissing($0.report.findings) }
    ),
    Reason(
      .findings,
      "checks that passed or that only a human can judge are counted as checks",
      about: "awssecurityhub",
      "dockerbench",
      holds: { $0.occurrences < $0.report.findings && $0.report.findings <= $0.withChecks }
    ),
    Reason(
      .records,
      "checks that passed are counted as checks, not as findings",
      about: "awssecurityhub",
      holds: { $0.report.records == $0.withChecks }
    ),
    Reason(
      .records,
      "what the scanner calls resolved, fixed or closed is no finding, though a record",
      about: "snyk_issue_api",
      "veracode_sca",
      "aws_inspector2",
      holds: { $0.isMissing($0.report.records ?? 0) }
    ),
  ]

  private static let packageSeverities = [
    Reason(
      .severities,
      "the scanner states no severity: unknown; the reference makes one up",
      about: "bundler_audit/version_9.0.txt",
      "cargo_audit",
      "govulncheck",
      "osv_scanner",
      "pip_audit",
      holds: { $0.hasUnknownInstead }
    ),
    Reason(
      .severities,
      "negligible is low and unknown is unknown; the reference says info of both",
      about: "anchore_grype",
      "anchore_engine",
      "aqua",
      "sysdig_cli",
      "sysdig_reports",
      holds: { $0.blurred.hasAtLeast($0.reference) }
    ),
    Reason(
      .severities,
      "a gate has an action, no severity, unless its output begins with one; the reference guesses",
      about: "anchorectl_policies",
      "anchore_enterprise",
      holds: { $0.occurrences == $0.report.findings }
    ),
    Reason(
      .severities,
      "NeuVector's checks have levels, no severities: unknown; the reference says medium",
      about: "neuvector_compliance",
      holds: { $0.bySeverity == [.unknown: $0.occurrences] }
    ),
    Reason(
      .severities,
      "Snyk's own severity counts; the reference takes another's, or leaves the applications out",
      about: "snyk/snykcontainer_issue_9270.json",
      holds: { comparison in
        comparison.reading.findings.allSatisfy {
          $0.severity == Severity(word: $0.scannerSeverity ?? "")
        }
      }
    ),
    Reason(
      .severities,
      "what the scanner calls resolved, fixed or closed has no severity",
      about: "snyk_issue_api",
      "veracode_sca",
      "aws_inspector2",
      holds: { $0.reference.hasAtLeast($0.blurred) }
    ),
    Reason(
      .severities,
      "what is counted as a check has no severity",
      about: "awssecurityhub",
      holds: { $0.occurrences == 0 && $0.report.findings <= $0.withChecks }
    ),
    Reason(
      .severities,
      "the scanner has results, no severities: unknown; the reference makes them of the results",
      about: "cloudsploit",
      "dockerbench",
      holds: { $0.bySeverity == [.unknown: $0.occurrences] }
    ),
    Reason(
      .severities,
      "ScoutSuite's danger is high; the reference says critical",
      about: "scout_suite",
      holds: { $0.bySeverity.moving(.high, to: .critical) == $0.report.bySeverity }
    ),
  ]

  private static let packageOutcomes = [
    Reason(
      .outcome,
      "a report without its list of findings proves nothing",
      about: "dependency_track/no_findings_because_findings_key_is_missing.json",
      "dependency_track/no_findings_because_findings_key_is_null.json",
      holds: { $0.reading.outcome == .failed && $0.occurrences == 0 }
    ),
    Reason(
      .outcome,
      "pip-audit skipped a dependency and says why",
      about: "pip_audit",
      holds: { $0.reading.outcome == .partial && $0.reading.skipped.count == 0 }
    ),
  ]
}

extension Comparison {
  /// Our occurrences and the checks that are counted beside them.
  var withChecks: Int {
    occurrences + reading.checks.passed + reading.checks.manual + reading.checks.muted
  }

  /// How many occurrences are suppressed.
  var suppressed: Int {
    reading.findings.reduce(0) { $0 + ($1.suppression == nil ? 0 : $1.occurrences) }
  }

  /// Whether some, but few, of so many are left out, and nothing was set aside.
  func isMissing(_ count: Int) -> Bool {
    reading.skipped.count == 0 && occurrences < count && occurrences * 2 >= count
  }

  /// Our counts with low, info and unknown as one.
  var blurred: [Severity: Int] {
    bySeverity.moving(.low, to: .info).moving(.unknown, to: .info)
  }

  /// The reference's counts with low, info and unknown as one.
  var reference: [Severity: Int] {
    report.bySeverity.moving(.low, to: .info).moving(.unknown, to: .info)
  }

  /// Whether the reference has the same but for a severity where we say unknown.
  var hasUnknownInstead: Bool {
    bySeverity[.unknown, default: 0] > 0 && occurrences >= report.findings
      && bySeverity.allSatisfy {
        $0 == .unknown || $1 <= report.bySeverity[$0, default: 0]
      }
  }
}
