import Findings

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
      exactly: [
        "govulncheck/issue_14642.json":
          "40 found, 116 records",
        "govulncheck/many_vulns.json":
          "3 found, 12 records",
      ]
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
      exactly: [
        "aws_inspector2/aws_inspector2_many_vul.json":
          "7 found, reference 8",
        "snyk_issue_api/snyk_sca_scan_api_many_vuln.json":
          "4 found, reference 5",
        "veracode_sca/veracode_sca.csv":
          "2 found, reference 3",
      ]
    ),
    Reason(
      .findings,
      "checks that passed or that only a human can judge are counted as checks",
      exactly: [
        "awssecurityhub/config_many_findings.json":
          "0 found, reference 3",
        "awssecurityhub/config_repeated_findings.json":
          "0 found, reference 1",
        "dockerbench/docker-bench-report-many-vulns.json":
          "33 found, reference 50",
      ]
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
      exactly: [
        "aws_inspector2/aws_inspector2_many_vul.json":
          "7 found, 8 records",
        "snyk_issue_api/snyk_sca_scan_api_many_vuln.json":
          "4 found, 5 records",
        "veracode_sca/veracode_sca.csv":
          "2 found, 3 records",
      ]
    ),
  ]

  private static let packageSeverities = [
    Reason(
      .severities,
      "the scanner states no severity: unknown; the reference makes one up",
      exactly: [
        "bundler_audit/version_9.0.json":
          "4 unknown, reference none",
        "bundler_audit/version_9.0.txt":
          "4 unknown, reference 4 medium",
        "cargo_audit/many_findings_cvss.json":
          "3 high 1 medium 6 unknown, reference 1 critical 8 high 1 medium",
        "govulncheck/issue_14642.json":
          "40 unknown, reference 22 high 8 low 10 info",
        "govulncheck/many_vulns.json":
          "3 unknown, reference 3 info",
        "govulncheck/many_vulns_new_version_custom_severity.json":
          "2 unknown, reference 1 high 1 low",
        "osv_scanner/multi_cwe_fabricated.json":
          "1 unknown, reference 1 low",
        "osv_scanner/some_findings.json":
          "1 unknown, reference 1 low",
        "pip_audit/many_vulns_new.json":
          "7 unknown, reference 7 medium",
      ]
    ),
    Reason(
      .severities,
      "negligible is low and unknown is unknown; the reference says info of both",
      exactly: [
        "anchore_engine/many_vulns.json":
          "1 critical 5 high 11 medium 5 low 1 unknown, reference 1 critical 5 high 11 medium 1 low 5 info",
        "anchore_grype/check_all_fields.json":
          "2 critical 3 high 1 low, reference 2 critical 2 high 1 info",
        "anchore_grype/issue_9618.json":
          "1 critical 18 high 13 medium 2 low 1 unknown, reference 1 critical 18 high 13 medium 2 low 1 info",
        "aqua/over_api_v2.json":
          "15 critical 22 high 35 medium 27 low, reference 15 critical 22 high 35 medium 1 low 26 info",
        "aqua/vulns_with_aqua_severity.json":
          "1 critical 1 high 2 medium 9 low, reference 1 critical 1 high 2 medium 2 low 7 info",
        "sysdig_cli/sysdig_reports_many_vul.csv":
          "4 critical 14 high 9 medium 3 low 1 unknown, reference 4 critical 14 high 9 medium 2 low 2 info",
        "sysdig_reports/sysdig-2025.json":
          "5 low 1 unknown, reference 6 info",
        "sysdig_reports/sysdig_reports_many_vul.csv":
          "23 critical 2 high 6 medium 19 low, reference 23 critical 2 high 6 medium 17 low 2 info",
      ]
    ),
    Reason(
      .severities,
      "a gate has an action, no severity, unless its output begins with one; the reference guesses",
      exactly: [
        "anchore_enterprise/one_check.json":
          "1 unknown, reference 1 medium",
        "anchorectl_policies/new_format_many_violations.json":
          "1 high 1 medium 1 unknown, reference 1 critical 2 medium",
        "anchorectl_policies/new_format_one_violation.json":
          "1 unknown, reference 1 medium",
      ]
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
      exactly: [
        "snyk/snykcontainer_issue_9270.json":
          "1 critical 2 high 9 medium 25 low, reference 1 critical 3 high 21 medium"
      ]
    ),
    Reason(
      .severities,
      "what the scanner calls resolved, fixed or closed has no severity",
      exactly: [
        "aws_inspector2/aws_inspector2_many_vul.json":
          "2 high 2 medium 1 low 2 unknown, reference 2 high 3 medium 1 low 2 info",
        "snyk_issue_api/snyk_sca_scan_api_many_vuln.json":
          "1 critical 3 high, reference 2 critical 3 high",
        "veracode_sca/veracode_sca.csv":
          "2 medium, reference 1 high 2 medium",
      ]
    ),
    Reason(
      .severities,
      "what is counted as a check has no severity",
      exactly: [
        "aws_prowler/many_vuln2.csv":
          "1 critical 3 high 30 medium 3 low 5 info, reference 1 critical 3 high 26 medium 3 low 141 info",
        "awssecurityhub/config_many_findings.json":
          "none, reference 3 info",
        "awssecurityhub/config_repeated_findings.json":
          "none, reference 1 info",
        "prowler/example_output_aws.csv":
          "1 medium 1 low, reference 3 medium 1 low",
        "prowler/example_output_aws.ocsf.json":
          "1 medium 1 low, reference 2 medium 1 low",
      ]
    ),
    Reason(
      .severities,
      "the scanner has results, no severities: unknown; the reference makes them of the results",
      exactly: [
        "cloudsploit/cloudsploit_one_vul.json":
          "1 unknown, reference 1 critical",
        "dockerbench/docker-bench-report-many-vulns.json":
          "33 unknown, reference 32 high 16 low 2 info",
      ]
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
      holds: { $0.reading.outcome == "failed" && $0.occurrences == 0 }
    ),
    Reason(
      .outcome,
      "pip-audit skipped a dependency and says why",
      about: "pip_audit",
      holds: { $0.reading.outcome == "partial" && $0.reading.skipped == 0 }
    ),
  ]
}

extension Comparison {
  /// Our occurrences and the checks that are counted beside them.
  var withChecks: Int {
    occurrences + reading.passed + reading.manual + reading.muted
  }

  /// How many occurrences are suppressed.
  var suppressed: Int {
    reading.findings.reduce(0) { $0 + ($1.isSuppressed ? $1.occurrences : 0) }
  }
}
