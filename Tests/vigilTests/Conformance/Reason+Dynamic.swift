import Findings

extension Reason {
  /// Reasons about dynamic tests, hosts and TLS.
  static let dynamic = dynamicFindings + dynamicSeverities + dynamicOutcomes

  private static let dynamicFindings = [
    Reason(
      .findings,
      "problems of TLS are told by the scanners' own flags; the reference has a list of its own",
      exactly: [
        "ssl_labs/ssl_labs_3des_v1.5.0.json":
          "4 found, reference 1",
        "ssl_labs/ssl_labs_dh1024_v1.5.0.json":
          "4 found, reference 1",
        "sslyze/one_target_many_vuln_old.json":
          "6 found, reference 4",
        "sslyze/two_targets_many_vuln_new.json":
          "3 found, reference 5",
        "sslyze/two_targets_two_vuln_old.json":
          "1 found, reference 2",
      ]
    ),
    Reason(
      .findings,
      "one finding a detection; the reference merges those of one QID",
      exactly: [
        "qualys/Qualys_Sample_Report.csv":
          "6 found, reference 3",
        "qualys_webapp/qualys_webapp_many_vuln.xml":
          "22 found, reference 21",
      ]
    ),
    Reason(
      .findings,
      "a row of testssl.sh is one finding, INFO rows are facts; the reference has one for each CVE",
      exactly: [
        "testssl/demo.csv":
          "0 found, reference 12",
        "testssl/demo2.csv":
          "0 found, reference 3",
        "testssl/many_cves.csv":
          "1 found, reference 2",
        "testssl/overall_critical.csv":
          "57 found, reference 145",
        "testssl/overall_medium.csv":
          "0 found, reference 2",
        "testssl/references.csv":
          "39 found, reference 43",
      ]
    ),
    Reason(
      .findings,
      "WARN rows tell of the test and INFO rows are facts; the reference merges over hosts",
      exactly: [
        "testssl/defectdojo_many_vuln.csv":
          "16 found, reference 100"
      ]
    ),
    Reason(
      .records,
      "WARN rows tell of the test itself",
      exactly: [
        "testssl/defectdojo_many_vuln.csv":
          "16 found, 17 records"
      ]
    ),
    Reason(
      .records,
      "rows that differ in their CVE alone are one finding, blank ones none",
      about: "tenable",
      holds: { $0.occurrences == $0.report.findings }
    ),
  ]

  private static let dynamicSeverities = [
    Reason(
      .severities,
      "scanners of TLS state no severity: unknown; the reference makes one up",
      exactly: [
        "ssl_labs/ssl_labs_3des_v1.5.0.json":
          "4 unknown, reference 1 high",
        "ssl_labs/ssl_labs_dh1024_v1.5.0.json":
          "4 unknown, reference 1 medium",
        "sslscan/sslscan_many_vuln.xml":
          "2 unknown, reference 2 info",
        "sslyze/one_target_many_vuln_new.json":
          "3 unknown, reference 3 medium",
        "sslyze/one_target_many_vuln_old.json":
          "6 unknown, reference 4 medium",
        "sslyze/report_one_target_one_vuln.xml":
          "1 unknown, reference 1 info",
        "sslyze/two_targets_many_vuln_new.json":
          "3 unknown, reference 5 medium",
        "sslyze/two_targets_two_vuln_old.json":
          "1 unknown, reference 2 medium",
      ]
    ),
    Reason(
      .severities,
      "AppCheck's impact counts; the reference looks at CVSS scores",
      about: "appcheck_web_application_scanner",
      holds: { comparison in
        comparison.occurrences == comparison.report.findings
          && comparison.reading.findings.allSatisfy { $0.scannerSeverity?.contains(".0-") ?? false }
      }
    ),
    Reason(
      .severities,
      "Nessus' own severity counts; the reference looks at the CVSS 3 score",
      about: "tenable/nessus/issue_6992.nessus",
      holds: { $0.moves(.medium, to: .high) }
    ),
    Reason(
      .severities,
      "Nikto has no severities: unknown; the reference says info, or medium for a number of OSVDB's",
      about: "nikto",
      holds: { $0.bySeverity == [.unknown: $0.occurrences] }
    ),
    Reason(
      .severities,
      "one finding a detection; the reference merges those of one QID",
      exactly: [
        "qualys/Qualys_Sample_Report.csv":
          "6 critical, reference 3 critical",
        "qualys_webapp/qualys_webapp_many_vuln.xml":
          "1 medium 3 low 18 info, reference 1 medium 2 low 18 info",
      ]
    ),
    Reason(
      .severities,
      "a row of testssl.sh is one finding, INFO rows are facts; the reference has one for each CVE",
      exactly: [
        "testssl/defectdojo_many_vuln.csv":
          "4 high 12 low, reference 1 high 3 low 96 info",
        "testssl/demo.csv":
          "none, reference 12 info",
        "testssl/demo2.csv":
          "none, reference 3 info",
        "testssl/many_cves.csv":
          "1 high, reference 2 high",
        "testssl/overall_critical.csv":
          "11 critical 12 medium 34 low, reference 11 critical 12 medium 35 low 87 info",
        "testssl/overall_medium.csv":
          "none, reference 2 info",
        "testssl/references.csv":
          "11 high 5 medium 23 low, reference 11 high 5 medium 23 low 4 info",
      ]
    ),
  ]

  private static let dynamicOutcomes = [
    Reason(
      .outcome,
      "no endpoint was graded",
      about: "ssl_labs/none.json",
      holds: { $0.reading.outcome == "failed" && $0.occurrences == 0 }
    ),
    Reason(
      .outcome,
      "the scan was still running",
      about: "burp_api",
      holds: { $0.reading.reason == "the scan's status is auditing" }
    ),
    Reason(
      .outcome,
      "Nikto reached no host",
      about: "nikto/nikto-report-zero-vuln.xml",
      holds: { $0.reading.outcome == "failed" && $0.occurrences == 0 }
    ),
  ]
}
