import Findings

/// Why we and the reference may differ, with the condition under which that is really why.
struct Reason: Sendable {
  let subject: Comparison.Subject
  let words: String
  /// The folders or files it is about; all if there are none.
  let about: [String]
  private let holds: @Sendable (Comparison) -> Bool

  /// A reason that holds under a condition.
  init(
    _ subject: Comparison.Subject,
    _ words: String,
    about: String...,
    holds: @escaping @Sendable (Comparison) -> Bool
  ) {
    self.subject = subject
    self.words = words
    self.about = about
    self.holds = holds
  }

  /// A reason for differences known to the letter: what stands on the two sides, file by file.
  init(_ subject: Comparison.Subject, _ words: String, exactly sides: [String: String]) {
    self.subject = subject
    self.words = words
    about = sides.keys.sorted()
    holds = { $0.sides(of: subject) == sides[$0.report.path] }
  }

  /// A reason for not having certain values that the reference lists.
  init(
    _ subject: Comparison.Subject,
    _ words: String,
    about: String...,
    only values: Set<String>
  ) {
    self.subject = subject
    self.words = words
    self.about = about
    holds = { $0.missing[subject, default: []].isSubset(of: values) }
  }

  /// Its name among the others.
  var key: String { "\(subject): \(words)" }

  /// A reason for not having values that the reference lists, each of which is so.
  init(
    _ subject: Comparison.Subject,
    _ words: String,
    about: String...,
    every condition: @escaping @Sendable (String) -> Bool
  ) {
    self.subject = subject
    self.words = words
    self.about = about
    holds = { $0.missing[subject, default: []].allSatisfy(condition) }
  }

  /// The first reason for a difference; nil if nothing explains it.
  static func reason(for subject: Comparison.Subject, of comparison: Comparison) -> Reason? {
    table.first { reason in
      reason.subject == subject
        && (reason.about.isEmpty || reason.about.contains(comparison.report.tool)
          || reason.about.contains(comparison.report.path))
        && reason.holds(comparison)
    }
  }

  /// Every reason; the narrow ones stand before the wide ones.
  static let table: [Reason] =
    secretsAndInfrastructure + packagesAndClouds + code + dynamic + findings + records + severities
    + outcomes + others + unread + listedPlaces + listedNames

  private static let findings = [
    Reason(
      .findings,
      "one finding a result; the reference makes one of each of its locations",
      about: "sarif",
      "cppcheck",
      holds: { $0.occurrences == $0.report.records && $0.report.findings > $0.occurrences }
    ),
    Reason(
      .findings,
      "only failed checks are findings; the reference takes rows of any result, less some merged",
      exactly: [
        "aws_prowler/many_vuln2.csv":
          "42 found, reference 174"
      ]
    ),
    Reason(
      .findings,
      "checks left to a human are counted as checks; the reference makes findings of them",
      about: "prowler",
      "kubebench",
      holds: { $0.occurrences + $0.reading.manual == $0.report.findings }
    ),
    Reason(
      .findings,
      "an entry that names no problem is skipped and counted; the reference makes a finding of it",
      about: "trivy/legacy_trivy_mix.json",
      holds: { $0.occurrences + $0.reading.skipped == $0.report.findings }
    ),
    Reason(
      .findings,
      "occurrences are counted, as many as the report has records; the reference merges",
      holds: { $0.occurrences == $0.report.records && $0.report.findings < $0.occurrences }
    ),
  ]

  private static let records = [
    Reason(
      .records,
      "checks left to a human are counted as checks, not as findings",
      about: "kubebench/kube-bench-controls.json",
      holds: { $0.occurrences + $0.reading.manual == $0.report.records }
    ),
    Reason(
      .records,
      "an entry that names no problem is skipped and counted",
      about: "trivy/legacy_trivy_mix.json",
      holds: { $0.occurrences + $0.reading.skipped == $0.report.records }
    ),
  ]

  private static let severities = [
    Reason(
      .severities,
      "a result's level counts, `note` is low; the reference says info, or looks at the rule",
      about: "sarif",
      "devskim",
      holds: { $0.moves(.low, to: .info) }
    ),
    Reason(
      .severities,
      "a result's level counts; the reference looks at scores of Snyk's own",
      about: "snyk_code",
      holds: { comparison in
        comparison.occurrences == comparison.report.findings
          && comparison.reading.findings.allSatisfy {
            $0.severity == Severity(word: $0.scannerSeverity ?? "")
          }
      }
    ),
    Reason(
      .severities,
      "Gitleaks has no severities: a secret is high; the reference makes some rules' critical",
      about: "gitleaks",
      holds: { $0.bySeverity == [.high: $0.occurrences] }
    ),
    Reason(
      .severities,
      "the advisory's severity counts, not the worst of all that the package depends on",
      about: "npm_audit_7_plus/multiple_cwes_fabricated.json",
      holds: { $0.moves(.medium, to: .high) }
    ),
    Reason(
      .severities,
      "kube-bench has no severities: unknown; the reference says medium for FAIL, info for WARN",
      about: "kubebench",
      holds: { $0.bySeverity == [.unknown: $0.occurrences] }
    ),
    Reason(
      .severities,
      "Checkov without a platform key gives no severity: unknown; the reference says medium",
      about: "checkov",
      holds: { $0.moves(.unknown, to: .medium) }
    ),
    Reason(
      .severities,
      "what the scanner calls unknown stays unknown; the reference says info",
      holds: { $0.moves(.unknown, to: .info) }
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
      "the skipped entry has no severity; the reference says info",
      about: "trivy/legacy_trivy_mix.json",
      holds: { comparison in
        var ours = comparison.bySeverity
        ours[.info, default: 0] += comparison.reading.skipped
        return ours == comparison.report.bySeverity
      }
    ),
    Reason(
      .severities,
      "one finding a result; the reference makes one of each of its locations",
      about: "cppcheck",
      holds: { $0.report.bySeverity.hasAtLeast($0.bySeverity) }
    ),
    Reason(
      .severities,
      "no severity has fewer than the reference, which merges",
      holds: {
        $0.occurrences == $0.report.records && $0.bySeverity.hasAtLeast($0.report.bySeverity)
      }
    ),
    Reason(
      .severities,
      "no severity has fewer than the reference, which merges and says info for unknown",
      holds: {
        $0.occurrences == $0.report.records
          && $0.bySeverity.moving(.unknown, to: .info).hasAtLeast($0.report.bySeverity)
      }
    ),
  ]

  private static let outcomes = [
    Reason(
      .outcome,
      "the tool notifies of an error: a rule was disabled",
      about: "sarif/appendix_k.sarif",
      "sarif/appendix_k4.sarif",
      holds: {
        $0.reading.reason == #"Exception evaluating rule "C2001". Rule disabled; run continues."#
      }
    ),
    Reason(
      .outcome,
      "a log without a run says nothing of any scan",
      about: "sarif/no_runs.sarif",
      holds: { $0.reading.outcome == "failed" && $0.occurrences == 0 }
    ),
    Reason(
      .outcome,
      "the export says that there are further pages",
      about: "semgrep/sca-deployments-vulns.json",
      holds: { $0.reading.reason == "further pages are not in this file" }
    ),
    Reason(
      .outcome,
      "an entry without an identifier is skipped and counted",
      about: "trivy/legacy_trivy_mix.json",
      holds: { $0.reading.outcome == "partial" && $0.reading.skipped == 1 }
    ),
  ]
}
