import Findings

extension Reason {
  /// Reasons about code scanners.
  static let code = mobile + general

  private static let mobile = [
    Reason(
      .findings,
      "a rule of MobSF's is a finding in each file; what is good or a list for review is none",
      exactly: [
        "mobsf/android.json":
          "1153 found, reference 77",
        "mobsf/report1.json":
          "51 found, reference 68",
        "mobsf/report2.json":
          "1465 found, reference 1022",
      ]
    ),
    Reason(
      .records,
      "a rule of MobSF's is a finding in each file; what is good or a list for review is none",
      exactly: [
        "mobsf/android.json":
          "1153 found, 77 records",
        "mobsf/report1.json":
          "51 found, 68 records",
      ]
    ),
    Reason(
      .severities,
      "MobSF's words in their usual sense; the reference raises warnings and lowers what it likes",
      exactly: [
        "mobsf/android.json":
          "59 high 11 medium 1051 info 32 unknown, reference 31 high 2 low 44 info",
        "mobsf/many_findings.json":
          "2 medium 6 info, reference 2 medium 6 low",
        "mobsf/report1.json":
          "34 high 8 medium 7 info 2 unknown, reference 30 high 7 low 31 info",
        "mobsf/report2.json":
          "1 high 123 medium 1341 info, reference 1 medium 31 low 990 info",
      ]
    ),
    Reason(
      .findings,
      "the whole analysis is read, of which the reference reads the scorecard",
      exactly: [
        "mobsf_scorecard/dvba_4_0_7_android_empty.json":
          "140 found, reference 0",
        "mobsf_scorecard/dvba_4_0_7_android_one.json":
          "140 found, reference 1",
      ]
    ),
    Reason(
      .records,
      "the whole analysis is read, of which the reference reads the scorecard",
      exactly: [
        "mobsf_scorecard/dvba_4_0_7_android_one.json":
          "140 found, 1 records"
      ]
    ),
    Reason(
      .severities,
      "the whole analysis is read, of which the reference reads the scorecard",
      exactly: [
        "mobsf_scorecard/dvba_4_0_7_android_empty.json":
          "10 high 40 medium 90 info, reference none",
        "mobsf_scorecard/dvba_4_0_7_android_one.json":
          "10 high 40 medium 90 info, reference 1 high",
      ]
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
        comparison.reading.outcome == "partial" && comparison.reading.skipped == 0
          && comparison.reading.reason.hasSuffix(" are in the report")
      }
    ),
    Reason(
      .outcome,
      "tools that Horusec runs failed",
      about: "horusec",
      holds: { $0.reading.reason.hasPrefix("Error while running tool YarnAudit: ") }
    ),
  ]
}
