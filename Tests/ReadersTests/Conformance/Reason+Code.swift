import Findings

@testable import Readers

extension Reason {
  /// Reasons about code scanners.
  static let code = mobile + general

  private static let mobile = [
    Reason(
      .findings,
      "a rule of MobSF's is a finding in each file; what is good or a list for review is none",
      about: "mobsf",
      holds: { Set($0.reading.findings.map(\.rule.id)).count <= $0.report.findings }
    ),
    Reason(
      .records,
      "a rule of MobSF's is a finding in each file; what is good or a list for review is none",
      about: "mobsf",
      holds: { Set($0.reading.findings.map(\.rule.id)).count <= $0.report.findings }
    ),
    Reason(
      .severities,
      "MobSF's words in their usual sense; the reference raises warnings and lowers what it likes",
      about: "mobsf",
      holds: { comparison in
        comparison.reading.findings.allSatisfy {
          $0.severity == Severity(word: $0.scannerSeverity ?? "")
            || $0.scannerSeverity == "VULNERABILITY"
        }
      }
    ),
    Reason(
      .findings,
      "the whole analysis is read, of which the reference reads the scorecard",
      about: "mobsf_scorecard",
      holds: { $0.report.findings <= 1 }
    ),
    Reason(
      .records,
      "the whole analysis is read, of which the reference reads the scorecard",
      about: "mobsf_scorecard",
      holds: { $0.report.findings <= 1 }
    ),
    Reason(
      .severities,
      "the whole analysis is read, of which the reference reads the scorecard",
      about: "mobsf_scorecard",
      holds: { $0.report.findings <= 1 }
    ),
  ]

  private static let general = [
    Reason(
      .records,
      "closed findings are none",
      about: "veracode",
      holds: { $0.occurrences == $0.report.findings }
    ),
    Reason(
      .severities,
      "Brakeman's confidence is its level, as in its own SARIF; the reference says medium to all",
      about: "brakeman",
      holds: { $0.reading.findings.allSatisfy { $0.scannerSeverity == "Weak" } }
    ),
    Reason(
      .severities,
      "SpotBugs' rank is the severity, as in its own SARIF; the reference looks at the confidence",
      about: "spotbugs",
      holds: { comparison in
        comparison.occurrences == comparison.report.records
          && comparison.reading.findings.allSatisfy {
            $0.scannerSeverity?.hasPrefix("rank") ?? false
          }
      }
    ),
    Reason(
      .outcome,
      "the report counts more results than it lists, or has further pages",
      about: "checkmarx_one",
      "fortify",
      "veracode",
      holds: { comparison in
        comparison.reading.outcome == .partial && comparison.reading.skipped.count == 0
          && comparison.reading.gaps.count == 1
          && comparison.reading.gaps[0].hasSuffix("are in the report")
      }
    ),
    Reason(
      .outcome,
      "tools that Horusec runs failed",
      about: "horusec",
      holds: { $0.reading.outcome == .partial && $0.reading.gaps.count == 1 }
    ),
  ]
}
